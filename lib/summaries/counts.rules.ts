import { noStanceLabel, stanceLabels, stances } from "@/lib/comments/comment.rules";
import { dateOfDay } from "@/lib/dates";
import { type CitedComment, type CitedComments, withCitations } from "@/lib/summaries/cited-comment.rules";
import type { CommentRating, CountsPart } from "@/lib/summaries/counts.schema";
import type { SubjectFilter } from "@/lib/summaries/subject-filter.rules";
import { firstShownWeek, listWeeks, weekOf } from "@/lib/summaries/week.rules";
import type { Stance } from "@/prisma/generated/enums";

export type Reactions = { agrees: number; disagrees: number; passes: number };

/** One theme, section or foundation. `number`: of the section; null for a theme or a foundation. */
export type CountRow = Reactions & {
  id: string;
  name: string;
  number: number | null;
  comments: number;
  threads: number;
};
/** `trend`: new threads week by week, oldest first, in as many weeks for each theme of a summary. */
export type ThemeCountRow = CountRow & { trend: number[] };
/** `stance`: null where none is given. */
export type StanceCount = { stance: Stance | null; name: string; comments: number; threads: number };
export type RankedComment = CommentRating & { citation: CitedComment };
export type SummaryCounts = {
  day: string | null;
  comments: number;
  threads: number;
  /**
   * Comments waiting for a rep, to the nearest 5, `count` null under 5; null for a subject, as a comment has no themes
   * before it is read.
   */
  waiting: { count: number | null } | null;
  reactions: Reactions | null;
  foundations: CountRow[];
  themes: ThemeCountRow[];
  sections: CountRow[];
  /** What authors think of the section that they comment on; none for a subject. */
  stances: StanceCount[];
  supported: RankedComment[];
  disputed: RankedComment[];
};

/** What counts are made of: tallies give comments and threads, the computed part gives reactions. */
export type CountSources = {
  tallies: { dimension: string; key: string; comments: number; threads: number }[];
  part: { day: string; content: CountsPart } | undefined;
  themes: { id: string; name: string; family: string }[];
  sections: { id: string; name: string; number: number }[];
  /** To the nearest 5; null under 5. */
  waiting: number | null;
};
type Dimension = "theme" | "section" | "foundation";

export const countReactions = ({ agrees, disagrees, passes }: Reactions): number => agrees + disagrees + passes;

export const sumReactions = (rows: readonly Reactions[]): Reactions => ({
  agrees: rows.reduce((sum, { agrees }) => sum + agrees, 0),
  disagrees: rows.reduce((sum, { disagrees }) => sum + disagrees, 0),
  passes: rows.reduce((sum, { passes }) => sum + passes, 0),
});

/**
 * The counts of a scope, or of one subject in it. Themes and sections without comments are left out. A
 * subject has neither foundations nor sections: those depend on where a comment was made, not on its themes.
 */
export function assembleCounts(
  sources: CountSources,
  comments: CitedComments,
  subject: SubjectFilter | null,
): SummaryCounts {
  const content = sources.part?.content;
  const rowsOf = (dimension: Dimension, names: { id: string; name: string; number?: number }[]) =>
    names.map((name) => toCountRow(sources, dimension, name));
  const hasComments = (row: CountRow) => row.comments > 0;
  const themes = sources.themes.filter(({ id }) => !subject || subject.themes.includes(id));
  const foundations = sources.themes.filter(({ family }) => family === "foundation");
  return {
    ...(subject ? subjectTotals(content, subject) : strategyTotals(sources)),
    day: sources.part?.day ?? null,
    foundations: subject
      ? []
      : withRemainder(sources, rowsOf("foundation", foundations), "Sections under none of them"),
    themes: rowsOf("theme", themes)
      .filter(hasComments)
      .map((row) => ({ ...row, trend: themeTrend(sources.part, row.id) })),
    sections: subject
      ? []
      : withRemainder(sources, rowsOf("section", sources.sections).filter(hasComments), "Sections of earlier versions"),
    stances: subject ? [] : countStances(sources),
    supported: withCitations(content?.supported ?? [], comments),
    disputed: withCitations(content?.disputed ?? [], comments),
  };
}

function toCountRow(
  { tallies, part }: CountSources,
  dimension: Dimension,
  { id, name, number = null }: { id: string; name: string; number?: number | null },
): CountRow {
  const tally = tallies.find((row) => row.dimension === dimension && row.key === id);
  const reactions = part?.content.groups.find((group) => group.by === dimension && group.key === id);
  return {
    id,
    name,
    number,
    comments: tally?.comments ?? 0,
    threads: tally?.threads ?? 0,
    agrees: reactions?.agrees ?? 0,
    disagrees: reactions?.disagrees ?? 0,
    passes: reactions?.passes ?? 0,
  };
}

function countStances({ tallies }: CountSources): StanceCount[] {
  return ([...stances, null] as const).map((stance) => {
    const tally = tallies.find(({ dimension, key }) => dimension === "stance" && key === (stance ?? ""));
    const name = stance ? stanceLabels[stance] : noStanceLabel;
    return { stance, name, comments: tally?.comments ?? 0, threads: tally?.threads ?? 0 };
  });
}

/** The caption of the table of stances. */
export const stancesCaption = "By the author’s view of the section";

/** The column of a trend in a table. */
export const trendColumn = "New each week, oldest first";

/** From the first of the weeks shown in which any theme had a thread, to the one in which the counts were made. */
function themeTrend(part: CountSources["part"], theme: string): number[] {
  if (!part) return [];
  const all = part.content.themeWeeks;
  const last = weekOf(dateOfDay(part.day));
  const shown = all.map(({ week }) => week).filter((week) => week >= firstShownWeek(last));
  const own = new Map(all.filter((row) => row.theme === theme).map(({ week, threads }) => [week, threads]));
  return listWeeks(shown.sort()[0], last).map((week) => own.get(week) ?? 0);
}

/** The id of the row of comments that are in no other row. */
export const remainderId = "none";

/** Adds a row of the comments that are in no other, so that the rows add up to the total. */
function withRemainder(sources: CountSources, rows: CountRow[], name: string): CountRow[] {
  const { comments, threads, reactions } = strategyTotals(sources);
  const total = { comments, threads, ...(reactions ?? { agrees: 0, disagrees: 0, passes: 0 }) };
  const rest = (count: keyof typeof total) =>
    Math.max(0, total[count] - rows.reduce((sum, row) => sum + row[count], 0));
  if (rest("comments") === 0) return rows;
  const counts = { comments: rest("comments"), threads: rest("threads"), agrees: rest("agrees") };
  return [
    ...rows,
    { id: remainderId, name, number: null, ...counts, disagrees: rest("disagrees"), passes: rest("passes") },
  ];
}

function strategyTotals({ tallies, part, waiting }: CountSources) {
  const { comments = 0, threads = 0 } = tallies.find(({ dimension }) => dimension === "all") ?? {};
  const group = part?.content.groups.find(({ by }) => by === "all");
  const reactions = group ? { agrees: group.agrees, disagrees: group.disagrees, passes: group.passes } : null;
  return { comments, threads, waiting: { count: waiting }, reactions };
}

/** As the job counted it: adding up the subject's themes would count a comment once for each of them. */
function subjectTotals(content: CountsPart | undefined, { id }: SubjectFilter) {
  const counts = content?.subjects.find(({ subject }) => subject === id);
  if (!counts) return { comments: 0, threads: 0, waiting: null, reactions: null };
  const { comments, threads, agrees, disagrees, passes } = counts;
  return { comments, threads, waiting: null, reactions: { agrees, disagrees, passes } };
}
