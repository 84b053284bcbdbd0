import { dateOfDay, formatDay, formatShortDay } from "@/lib/dates";
import { countLabel, formatNumber, partOf } from "@/lib/numbers";
import type { Chart, ChartColumn } from "@/lib/summaries/charts/drawing.rules";
import { sumReactions } from "@/lib/summaries/counts.rules";
import { type Measure, measureChart, measures } from "@/lib/summaries/england/area-charts.rules";
import {
  type England,
  type EnglandFacts,
  sumProgress,
  type ThemeProgress,
  themeProgress,
} from "@/lib/summaries/england/england.rules";
import { sectorChart } from "@/lib/summaries/england/sector-chart.rules";
import { themeChart } from "@/lib/summaries/england/theme-chart.rules";
import { listWeeks, shownWeeks, weekOf } from "@/lib/summaries/week.rules";

/** The charts of the page about England in their order, and its first figures. */
export function buildEngland(facts: EnglandFacts, jobsYear: number, now: Date): England {
  const progress = themeProgress(facts, now);
  return {
    totals: {
      ...sumProgress(progress.values()),
      comments: facts.strategies.reduce((sum, { comments }) => sum + comments, 0),
      open: facts.strategies.filter(({ phase }) => phase === "open").length,
      reactions: sumReactions(facts.strategies.flatMap(({ reactions }) => reactions ?? [])),
      answers: facts.answers.length,
      responses: facts.responses.length,
      members: facts.responses.reduce((sum, { tookPart }) => sum + tookPart, 0),
      releasedAreas: facts.areas.filter(({ release }) => release).length,
    },
    charts: [
      ...(Object.keys(measures) as Measure[]).map((measure) => measureChart(measure, facts, progress, jobsYear)),
      themeChart(facts),
      sectorChart(facts.areas.flatMap(({ release, ...area }) => (release ? [{ ...area, release }] : []))),
      timesChart(facts, sumProgress(progress.values())),
      responseChart(facts),
      trendChart(facts, now),
    ],
  };
}

const timeBands = [
  { id: "4", name: "Within 4 weeks", from: 0, to: 4 },
  { id: "8", name: "5 to 8 weeks", from: 5, to: 8 },
  { id: "12", name: "9 to 12 weeks", from: 9, to: 12 },
  { id: "more", name: "More than 12 weeks", from: 13, to: Number.POSITIVE_INFINITY },
];

function timesChart({ answers }: EnglandFacts, { themes, answered, overdue }: ThemeProgress): Chart {
  const known = answers.flatMap(({ weeks }) => (weeks === null ? [] : [weeks])).sort((a, b) => a - b);
  const bands = [
    ...timeBands.map((band) => ({
      ...band,
      count: known.filter((weeks) => weeks >= band.from && weeks <= band.to).length,
    })),
    { id: "gone", name: "Not known: the thread has gone", count: answers.length - known.length },
  ].filter(({ id, count }) => id !== "gone" || count > 0);
  const waiting = themes - answered;
  return {
    id: "times",
    title: "Times to answer",
    claim: timesClaim(known, waiting),
    description: `How long lead bodies took, from the first comment on a theme, the thread or the union response to their first answer. ${countLabel(waiting, "theme")} still ${waiting === 1 ? "needs" : "need"} an answer, and ${formatNumber(overdue)} of them ${overdue === 1 ? "is" : "are"} overdue.`,
    source: "Published answers, by week.",
    drawing: {
      kind: "bars",
      rows: bands.map(({ id, name, count }) => ({
        id,
        name,
        href: null,
        value: count,
        label: countLabel(count, "answer"),
      })),
    },
    table: { columns: ["Time", "Answers"], rows: bands.map(({ name, count }) => [name, count]) },
  };
}

function timesClaim(sorted: readonly number[], waiting: number): string {
  if (sorted.length === 0)
    return waiting === 0
      ? "Nothing needs an answer yet"
      : `No answers yet, and ${countLabel(waiting, "theme")} to answer`;
  const median = sorted[Math.ceil(sorted.length / 2) - 1] ?? 0;
  const time = median === 0 ? "in the same week" : `within ${countLabel(median, "week")}`;
  return `${sorted.length === 1 ? "1 answer" : `Half of ${countLabel(sorted.length, "answer")}`} came ${time}`;
}

/** The regions of England, from the north. */
const regions = [
  ...["North East", "North West", "Yorkshire and The Humber", "East Midlands", "West Midlands"],
  ...["East of England", "London", "South East", "South West"],
];

function responseChart({ strategies, responses }: EnglandFacts): Chart {
  const regionsOf = new Map(strategies.map(({ id, regions: own }) => [id, own]));
  const rows = regions.map((name) => {
    const own = responses.filter(({ strategyId }) => regionsOf.get(strategyId)?.includes(name));
    const members = own.reduce((sum, { tookPart }) => sum + tookPart, 0);
    return { name, responses: own.length, members, answered: own.filter(({ isAnswered }) => isAnswered).length };
  });
  const withSome = rows.filter((row) => row.responses > 0);
  const byResponses = rows.toSorted((a, b) => b.responses - a.responses);
  const members = responses.reduce((sum, { tookPart }) => sum + tookPart, 0);
  return {
    id: "responses",
    title: "Union responses",
    claim:
      responses.length === 0
        ? "No union has responded yet"
        : `Unions sent ${countLabel(responses.length, "response")} in ${partOf(withSome.length, regions.length, "region")}: ${countLabel(members, "member")} took part`,
    description:
      "Responses that unions published for their members, by the region of the body that leads the strategy. A body in 2 regions counts in both.",
    source: "Published union responses, with the numbers that each union gives.",
    drawing: {
      kind: "bars",
      rows: byResponses.map((row) => ({
        ...{ id: row.name, name: row.name, href: null, value: row.responses },
        label:
          row.responses === 0
            ? "No responses"
            : `${countLabel(row.responses, "response")}, ${countLabel(row.members, "member")} took part, ${row.answered} answered`,
      })),
    },
    table: {
      columns: ["Region", "Responses", "Members who took part", "Answered"],
      rows: rows.map((row) => [row.name, row.responses, row.members, row.answered]),
    },
  };
}

/** The weeks from the first with something new to this one, with the releases made in each. */
function trendChart({ weeks, releases }: EnglandFacts, now: Date): Chart {
  const first = weeks.find(({ comments, replies }) => comments + replies > 0)?.week;
  const rows = listWeeks(first, weekOf(now)).map((week) => {
    const { comments = 0, replies = 0 } = weeks.find((row) => row.week === week) ?? {};
    const release = releases.find(({ day }) => weekOf(dateOfDay(day)) === week);
    return { week, comments, replies, release };
  });
  const total = rows.reduce((sum, { comments, replies }) => sum + comments + replies, 0);
  const most = rows.toSorted((a, b) => b.comments + b.replies - a.comments - a.replies)[0];
  return {
    id: "trend",
    title: "Week by week",
    claim: most
      ? `${formatNumber(total)} new comments and replies in ${countLabel(rows.length, "week")}; most in the week of ${formatDay(dateOfDay(most.week))}`
      : `Nothing new has been published in the last ${shownWeeks} weeks`,
    description:
      "Comments and replies that were new in the editions of each week, and the releases of counts of people.",
    source: "Editions and releases of every strategy and LEP.",
    drawing: {
      kind: "columns",
      columns: rows.map(
        ({ week, comments, replies, release }): ChartColumn => ({
          ...{ id: week, name: `Week of ${formatDay(dateOfDay(week))}`, short: formatShortDay(dateOfDay(week)) },
          value: comments + replies,
          label: `${countLabel(comments, "comment")}, ${countLabel(replies, "reply", "replies")}`,
          events: release ? [`release ${release.number}, ${countLabel(release.areas, "area")}`] : [],
        }),
      ),
    },
    table: {
      columns: ["Week", "Comments and replies", "Comments", "Replies", "Release", "Areas in it"],
      rows: rows.map(({ week, comments, replies, release }) => [
        ...[week, comments + replies, comments, replies],
        ...(release ? [release.number, release.areas] : ["none", 0]),
      ]),
    },
  };
}
