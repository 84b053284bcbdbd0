import type { StandPart } from "@/lib/summaries/opinion/opinion.schema";
import type { Parts } from "@/lib/summaries/summary-part.schema";

/** A subject as far as a summary must know it: see lib/areas/subjects. */
export type Narrow = { id: string; themes: readonly string[]; sectors: readonly string[] | null };

type Subjects = NonNullable<Parts["said"]>["content"]["subjects"];

/** What was counted of one subject; undefined when it was not counted yet. */
export function countedOf(parts: Parts, { id }: Narrow): Subjects[number] | undefined {
  return parts.said?.content.subjects.find(({ subject }) => subject === id);
}

/**
 * The parts of a summary for one subject, in the same shape, so that the same page shows them: reactions and lists of
 * comments with its themes, and quotations from these themes. Where people stand is narrowed by narrowStand, once the
 * comments are known. What was moderated is of the whole strategy only.
 */
export function narrowParts(parts: Parts, subject: Narrow): Parts {
  const { said, opinion, quotations, campaigns } = parts;
  const about = countedOf(parts, subject);
  const isAbout = (theme: string) => subject.themes.includes(theme);
  const groups = said?.content.groups.filter(({ by, key }) => by === "theme" && isAbout(key)) ?? [];
  const all = about && { by: "all" as const, key: "", ...reactionsOf(about) };
  return {
    ...(said && {
      said: {
        day: said.day,
        content: {
          groups: all ? [all, ...groups] : groups,
          supported: about?.supported ?? [],
          disputed: about?.disputed ?? [],
          subjects: about ? [about] : [],
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

const reactionsOf = ({ agrees, disagrees, passes }: Subjects[number]) => ({ agrees, disagrees, passes });

/** Where people stand, as far as it is about comments that `isAbout` knows. The groups are those of the whole strategy. */
export function narrowStand(stand: StandPart, isAbout: (comment: string) => boolean): StandPart {
  const about = <One extends { comment: string }>(points: One[]) => points.filter(({ comment }) => isAbout(comment));
  return {
    ...stand,
    groups: stand.groups?.map((group) => ({ ...group, defining: about(group.defining) })) ?? null,
    consensus: about(stand.consensus),
    groupAwareConsensus: about(stand.groupAwareConsensus),
    divisive: about(stand.divisive),
  };
}

/** Of who was heard, the kinds of work that the subject is about. Nothing is added up anew. */
export function narrowCoverage<Heard extends { sectors: { id: string }[] }>(
  coverage: Heard,
  subject: Narrow | null,
): Heard {
  const kinds = subject?.sectors;
  return kinds ? { ...coverage, sectors: coverage.sectors.filter(({ id }) => kinds.includes(id)) } : coverage;
}
