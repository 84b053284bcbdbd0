import { dateOfDay, formatDay, formatShortDay } from "@/lib/dates";
import { countLabel, formatNumber } from "@/lib/numbers";
import type { Chart, ChartColumn } from "@/lib/summaries/charts/drawing.rules";
import { listWeeks, shownWeeks, weekOf } from "@/lib/summaries/week.rules";

/**
 * What happened in a week (Monday, YYYY-MM-DD). `first` and `second`: new comments and replies of an edition; the number
 * of a version; how many answers or responses; 0 otherwise.
 */
export type TimelineFacts = {
  kind: "edition" | "opened" | "closed" | "version" | "answers" | "responses";
  week: string;
  first: number;
  second: number;
}[];

/** New comments and replies by week, with what happened to the strategy. */
export function buildTimeline(facts: TimelineFacts, now: Date): Chart {
  const first = facts.map(({ week }) => week).sort()[0];
  const rows = listWeeks(first, weekOf(now)).map((week) => {
    const sums = sumWeek(facts.filter((fact) => fact.week === week));
    return { week, ...sums, events: describeEvents(sums) };
  });
  return {
    id: "timeline",
    title: "Week by week",
    claim: timelineClaim(rows),
    description: "New comments and replies each week, and what happened.",
    source: "From every place.",
    drawing: {
      kind: "columns",
      columns: rows.map(
        ({ week, comments, replies, events }): ChartColumn => ({
          ...{ id: week, name: `Week of ${formatDay(dateOfDay(week))}`, short: formatShortDay(dateOfDay(week)) },
          value: comments + replies,
          label: `${countLabel(comments, "comment")}, ${countLabel(replies, "reply", "replies")}`,
          events,
        }),
      ),
    },
    table: {
      columns: [
        ...["Week", "Comments and replies", "Comments", "Replies", "Union responses", "Answers", "Versions"],
        "Comments opened or closed",
      ],
      rows: rows.map(({ week, comments, replies, responses, answers, versions, phases }) => [
        ...[`Week of ${formatDay(dateOfDay(week))}`, comments + replies, comments, replies, responses, answers],
        ...[versions.join(", ") || "–", phases.join(", ") || "–"],
      ]),
    },
  };
}

function sumWeek(facts: TimelineFacts) {
  const has = (wanted: TimelineFacts[number]["kind"]) => facts.filter(({ kind }) => kind === wanted);
  const sum = (rows: TimelineFacts) => rows.reduce((total, { first }) => total + first, 0);
  return {
    comments: sum(has("edition")),
    replies: has("edition").reduce((total, { second }) => total + second, 0),
    responses: sum(has("responses")),
    answers: sum(has("answers")),
    versions: has("version").map(({ first }) => first),
    phases: [...has("opened").map(() => "Opened"), ...has("closed").map(() => "Closed")],
  };
}

function describeEvents({ responses, answers, versions, phases }: ReturnType<typeof sumWeek>): string[] {
  return [
    ...(phases.includes("Opened") ? ["Opened for comments"] : []),
    ...versions.map((number) => `Version ${number} published`),
    ...(responses > 0 ? [`${countLabel(responses, "union response")} published`] : []),
    ...(answers > 0 ? [`${countLabel(answers, "answer")} published`] : []),
    ...(phases.includes("Closed") ? ["Closed for comments"] : []),
  ];
}

function timelineClaim(rows: readonly { week: string; comments: number; replies: number }[]): string {
  const total = rows.reduce((sum, { comments, replies }) => sum + comments + replies, 0);
  const [most] = rows.toSorted((a, b) => b.comments + b.replies - a.comments - a.replies);
  if (!most || total === 0) return `No new comments or replies in the last ${shownWeeks} weeks`;
  if (rows.length === 1) return `${formatNumber(total)} new comments and replies this week`;
  return `${formatNumber(total)} new comments and replies in ${countLabel(rows.length, "week")}; most in the week of ${formatDay(dateOfDay(most.week))}`;
}
