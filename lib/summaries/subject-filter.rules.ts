import type { CitedComments } from "@/lib/summaries/cited-comment.rules";
import type { OpinionPart } from "@/lib/summaries/opinion/opinion.schema";
import type { SummaryParts } from "@/lib/summaries/summary-part.schema";

/** A subject of lib/areas/subject.rules.ts; `sectors`: ids of sector groups, null for all. */
export type SubjectFilter = { id: string; themes: readonly string[]; sectors: readonly string[] | null };

/**
 * The parts of a summary for one subject, in the same shape: reactions to comments with its themes, lists of such
 * comments, and quotations on these themes. filterOpinionBySubject narrows the opinion part, once the comments are
 * loaded. Moderation is counted for the strategy as one, so it is left out.
 */
export function filterPartsBySubject(parts: SummaryParts, subject: SubjectFilter): SummaryParts {
  const { counts, opinion, quotations, campaigns } = parts;
  const isOwnTheme = (theme: string) => subject.themes.includes(theme);
  return {
    ...(counts && { counts: { day: counts.day, content: filterCountsBySubject(counts.content, subject) } }),
    ...(opinion && { opinion }),
    ...(quotations && {
      quotations: { day: quotations.day, content: quotations.content.filter(({ theme }) => isOwnTheme(theme)) },
    }),
    ...(campaigns && { campaigns }),
  };
}

type CountsContent = NonNullable<SummaryParts["counts"]>["content"];

function filterCountsBySubject(
  { groups, subjects, themeWeeks: weeks }: CountsContent,
  { id, themes }: SubjectFilter,
): CountsContent {
  const counts = subjects.find(({ subject }) => subject === id);
  const themeGroups = groups.filter(({ by, key }) => by === "theme" && themes.includes(key));
  const themeWeeks = weeks.filter(({ theme }) => themes.includes(theme));
  if (!counts) return { groups: themeGroups, supported: [], disputed: [], subjects: [], themeWeeks };
  const { agrees, disagrees, passes, supported, disputed } = counts;
  const all = { by: "all" as const, key: "", agrees, disagrees, passes };
  return { groups: [all, ...themeGroups], supported, disputed, subjects: [counts], themeWeeks };
}

/** Keeps the comments that `isAbout` accepts. The groups remain those of the entire strategy. */
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

/** Keeps the sectors that belong to the subject. No figure is computed again. */
export function filterCoverageBySubject<Coverage extends { sectors: { id: string }[] }>(
  coverage: Coverage,
  subject: SubjectFilter | null,
): Coverage {
  const sectorIds = subject?.sectors;
  return sectorIds ? { ...coverage, sectors: coverage.sectors.filter(({ id }) => sectorIds.includes(id)) } : coverage;
}

/** Whether a comment, by id, has one of the subject's themes; without a subject, always true. */
export function subjectPredicate(subject: SubjectFilter | null, comments: CitedComments): (id: string) => boolean {
  if (!subject) return () => true;
  return (id) => (comments.get(id)?.themeIds ?? []).some((theme) => subject.themes.includes(theme));
}
