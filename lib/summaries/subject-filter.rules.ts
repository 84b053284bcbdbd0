import type { OpinionPart } from "@/lib/summaries/opinion/opinion.schema";
import type { SummaryParts } from "@/lib/summaries/summary-part.schema";

/** A subject as far as a summary must know it: see lib/areas/subject.rules. */
export type SubjectFilter = { id: string; themes: readonly string[]; sectors: readonly string[] | null };

type SubjectCounts = NonNullable<SummaryParts["counts"]>["content"]["subjects"];

/** What was counted of one subject; undefined when it was not counted yet. */
export function findSubjectCounts(parts: SummaryParts, { id }: SubjectFilter): SubjectCounts[number] | undefined {
  return parts.counts?.content.subjects.find(({ subject }) => subject === id);
}

/**
 * The parts of a summary for one subject, in the same shape, so that the same page shows them: reactions and lists of
 * comments with its themes, and quotations from these themes. Where people stand is narrowed by filterOpinionBySubject, once the
 * comments are known. What was moderated is of the whole strategy only.
 */
export function filterPartsBySubject(parts: SummaryParts, subject: SubjectFilter): SummaryParts {
  const { counts, opinion, quotations, campaigns } = parts;
  const subjectCounts = findSubjectCounts(parts, subject);
  const isAbout = (theme: string) => subject.themes.includes(theme);
  const groups = counts?.content.groups.filter(({ by, key }) => by === "theme" && isAbout(key)) ?? [];
  const all = subjectCounts && { by: "all" as const, key: "", ...reactionsOf(subjectCounts) };
  return {
    ...(counts && {
      counts: {
        day: counts.day,
        content: {
          groups: all ? [all, ...groups] : groups,
          supported: subjectCounts?.supported ?? [],
          disputed: subjectCounts?.disputed ?? [],
          subjects: subjectCounts ? [subjectCounts] : [],
        },
      },
    }),
    ...(opinion && { opinion }),
    ...(quotations && {
      quotations: { day: quotations.day, content: quotations.content.filter(({ theme }) => isAbout(theme)) },
    }),
    ...(campaigns && { campaigns }),
  };
}

const reactionsOf = ({ agrees, disagrees, passes }: SubjectCounts[number]) => ({ agrees, disagrees, passes });

/** Where people stand, as far as it is about comments that `isAbout` knows. The groups are those of the whole strategy. */
export function filterOpinionBySubject(opinion: OpinionPart, isAbout: (comment: string) => boolean): OpinionPart {
  const filterAbout = <Point extends { comment: string }>(points: Point[]) =>
    points.filter(({ comment }) => isAbout(comment));
  return {
    ...opinion,
    groups: opinion.groups?.map((group) => ({ ...group, defining: filterAbout(group.defining) })) ?? null,
    consensus: filterAbout(opinion.consensus),
    groupAwareConsensus: filterAbout(opinion.groupAwareConsensus),
    divisive: filterAbout(opinion.divisive),
  };
}

/** Of who was heard, the kinds of work that the subject is about. Nothing is added up anew. */
export function filterCoverageBySubject<Coverage extends { sectors: { id: string }[] }>(
  coverage: Coverage,
  subject: SubjectFilter | null,
): Coverage {
  const sectorIds = subject?.sectors;
  return sectorIds ? { ...coverage, sectors: coverage.sectors.filter(({ id }) => sectorIds.includes(id)) } : coverage;
}
