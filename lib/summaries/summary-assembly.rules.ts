import type { SaidPart } from "@/lib/summaries/counts.schema";
import { commentsOf } from "@/lib/summaries/opinion/opinion.schema";
import { wordsOf } from "@/lib/summaries/quotations/quotation.schema";
import { type countedOf, type Narrow, narrowStand } from "@/lib/summaries/subject-filter.rules";
import type { Rated, SaidRow, Spoken } from "@/lib/summaries/summary.rules";
import type { Parts } from "@/lib/summaries/summary-part.schema";

type VersionedComment = Spoken & { version: number };
type Counted = {
  tallies: { by: string; key: string; comments: number; threads: number }[];
  part: SaidPart | undefined;
};
type By = "theme" | "section" | "foundation";

/** One theme, section or foundation: comments from the tallies, reactions from the part. */
export function rowOf(
  { tallies, part }: Counted,
  by: By,
  name: { id: string; name: string; number: number | null },
): SaidRow {
  const kept = tallies.find((tally) => tally.by === by && tally.key === name.id);
  const reactions = part?.groups.find((group) => group.by === by && group.key === name.id);
  return {
    ...name,
    comments: kept?.comments ?? 0,
    threads: kept?.threads ?? 0,
    agrees: reactions?.agrees ?? 0,
    disagrees: reactions?.disagrees ?? 0,
    passes: reactions?.passes ?? 0,
  };
}

export function totals({ tallies, part }: Counted, waiting: number) {
  const all = tallies.find(({ by }) => by === "all");
  const group = part?.groups.find(({ by }) => by === "all");
  const reactions = group && { agrees: group.agrees, disagrees: group.disagrees, passes: group.passes };
  const { comments = 0, threads = 0 } = all ?? {};
  return { comments, threads, waiting, reactions: reactions ?? null };
}

/** Of a subject: as the job counted it, for a comment may have several of its themes. */
export function totalsOf(about: ReturnType<typeof countedOf>) {
  if (!about) return { comments: 0, threads: 0, waiting: null, reactions: null };
  const { comments, threads, agrees, disagrees, passes } = about;
  return { comments, threads, waiting: null, reactions: { agrees, disagrees, passes } };
}

/** Every comment that these parts speak of. */
export function namedIn({ said, opinion, quotations, campaigns }: Parts): string[] {
  const rows = [...(said?.content.supported ?? []), ...(said?.content.disputed ?? []), ...(campaigns?.content ?? [])];
  const quoted = quotations?.content.flatMap((theme) => theme.quotations) ?? [];
  return [...[...rows, ...quoted].map(({ comment }) => comment), ...(opinion ? commentsOf(opinion.content) : [])];
}

export function rated(rows: SaidPart["supported"] = [], comments: Map<string, VersionedComment>): Rated[] {
  return rows.flatMap((one) => {
    const said = comments.get(one.comment);
    return said ? [{ ...one, said }] : [];
  });
}

/** The parts with their comments as they read now; what is no longer published is left out. */
export function restOf(
  { opinion, quotations, campaigns, moderated }: Parts,
  comments: Map<string, VersionedComment>,
  themes: Map<string, string>,
  subject: Narrow | null,
) {
  const isAbout = (id: string) =>
    !subject || (comments.get(id)?.themeIds ?? []).some((theme) => subject.themes.includes(theme));
  const quoted = quotations?.content.map(({ theme, quotations: chosen }) => ({
    id: theme,
    name: themes.get(theme) ?? theme,
    quotations: chosen.flatMap((one) => {
      const said = comments.get(one.comment);
      const words = wordsOf(one, said);
      return said && words
        ? [{ words, group: one.group, minority: one.minority, start: one.start, end: one.end, said }]
        : [];
    }),
  }));
  const sent = campaigns?.content.flatMap((one) => {
    const said = comments.get(one.comment);
    return said && isAbout(one.comment) ? [{ ...one, said }] : [];
  });
  return {
    stand: opinion
      ? {
          day: opinion.day,
          content: subject ? narrowStand(opinion.content, isAbout) : opinion.content,
          comments,
        }
      : null,
    words: quotations ? { day: quotations.day, themes: quoted ?? [] } : null,
    campaigns: campaigns ? { day: campaigns.day, campaigns: sent ?? [] } : null,
    moderated: moderated ?? null,
  };
}
