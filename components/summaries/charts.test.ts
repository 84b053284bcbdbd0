import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { Heatmap } from "@/components/charts/heatmap";
import { CoverageTables } from "@/components/summaries/coverage";
import { ThemeAgreementChart } from "@/components/summaries/theme-agreement";
import type { SummaryCounts, ThemeCountRow } from "@/lib/summaries/counts.rules";
import type { Coverage } from "@/lib/summaries/coverage.rules";
import { expectChartsToEqualTables } from "@/scripts/test/chart-tables";
import { parsePage } from "@/scripts/test/parse-page";

const theme = (id: string, comments: number, [agrees, disagrees, passes]: [number, number, number]): ThemeCountRow => ({
  ...{ id, name: `Theme & ${id}`, number: null, comments, threads: 1, agrees, disagrees, passes, trend: [0, comments] },
});
const scope = { strategyId: "s", lepId: null };

function renderThemes(
  themes: ThemeCountRow[],
  state = "over",
  reactions: SummaryCounts["reactions"] = theme("", 0, [1, 1, 1]),
) {
  const counts = { themes, reactions } as SummaryCounts;
  const progress = { state, unanswered: [{ id: "pay" }] };
  return renderToStaticMarkup(createElement(ThemeAgreementChart, { scope, counts, progress }));
}

describe("the chart of themes", () => {
  test("is left out without themes", () => expect(renderThemes([])).toBe(""));

  test.each<[string, ThemeCountRow[]]>([
    ["one theme without reactions", [theme("pay", 1, [0, 0, 0])]],
    ["one side only", [theme("pay", 4, [0, 9, 0])]],
    [
      "many, of which one is tiny",
      [theme("pay", 1234, [1999, 1, 0]), theme("bus", 3, [1, 1, 1]), theme("home", 7, [0, 0, 5])],
    ],
  ])("equals its table: %s", (_, themes) => {
    const page = parsePage(renderThemes(themes));
    expect(page.charts).toHaveLength(1);
    expect(page.charts[0]?.rows).toHaveLength(themes.length);
    expectChartsToEqualTables(page);
  });

  test("segments are as long as the shares", () => {
    const [chart] = parsePage(renderThemes([theme("pay", 4, [5, 3, 2]), theme("bus", 3, [0, 0, 0])])).charts;
    expect(chart?.rows.map(({ bars }) => bars)).toEqual([
      [
        [0, 50],
        [50, 30],
        [80, 20],
      ],
      [],
    ]);
  });

  test("marks each theme as answered, due or overdue", () => {
    const themes = [theme("pay", 4, [5, 3, 2]), theme("bus", 3, [1, 0, 0])];
    const notes = (state: string) => parsePage(renderThemes(themes, state)).charts[0]?.rows.map(({ note }) => note);
    expect(notes("over")).toEqual(["4 comments, 10 reactions Answer overdue", "3 comments, 1 reaction Answered"]);
    expect(notes("running")).toEqual(["4 comments, 10 reactions Needs an answer", "3 comments, 1 reaction Answered"]);
  });

  test("works without scripts, styles of its own, and colour", () => {
    const html = renderThemes([theme("pay", 4, [5, 3, 2])]);
    expect(html).not.toMatch(/ style=|<style|<script/);
    expect(html).toMatch(/<details[^>]*><summary[^>]*>Show as a table/);
    const pattern = /<pattern id="([^"]+)"/.exec(html)?.[1];
    expect(html.split(`url(#${pattern})`)).toHaveLength(3); // the legend and one bar
  });
});

const sector = (id: string, people: number | null, share: number | null, jobsShare: number) => ({
  ...{ id, name: `Sector ${id}`, lowPaid: false, foundational: false, people, share, jobs: jobsShare * 10, jobsShare },
});

function renderCoverage(sectors: Coverage["sectors"], jobs: number) {
  const coverage: Coverage = { year: 2019, jobs, sectors, districts: [], kinds: [] };
  const release = { number: 1, day: "2026-11-02", note: "" } as never;
  return renderToStaticMarkup(
    createElement(CoverageTables, { name: "Here", slug: "here", about: null, people: 40, release, coverage }),
  );
}

describe("the chart of kinds of work", () => {
  test.each<[string, Coverage["sectors"], number]>([
    ["many, one not shown", [sector("a", null, null, 50), sector("b", 10, 25, 40), sector("c", 30, 75, 10)], 1000],
    ["one", [sector("a", 10, 100, 100)], 1000],
    ["none shown", [sector("a", null, null, 100)], 1000],
    ["no figures of jobs", [sector("a", 10, 25, 0), sector("b", null, null, 0)], 0],
  ])("equals its table: %s", (_, sectors, jobs) => {
    const page = parsePage(renderCoverage(sectors, jobs));
    expect(page.charts[0]?.rows).toHaveLength(sectors.length);
    expectChartsToEqualTables(page);
  });

  test("a kind of work that is not shown is hatched, says so, and has no dot", () => {
    const html = renderCoverage([sector("a", null, null, 50), sector("b", 10, 25, 50)], 1000);
    const [hidden = "", shown = ""] = [...html.matchAll(/<li[^>]*>[\s\S]*?<\/li>/g)].map(([row]) => row);
    expect(hidden).toContain("Too few people to show, 50% of jobs");
    expect(hidden).toContain("url(#");
    expect(hidden).not.toContain("<circle");
    expect(shown).toContain("<circle");
    expect(shown).not.toContain("url(#");
  });
});

// the height of the page about England must not grow with the areas that have comments
test.each([
  [3, [3]],
  [5, [5]],
  [6, [4, 2]],
  [38, [4, 34]],
])("a heatmap of %i rows has these in its tables, those after the first behind a summary", (count, tables) => {
  const rows = Array.from({ length: count }, (_, at) => ({ id: `${at}`, name: `Area ${at}`, href: null, cells: [] }));
  const html = renderToStaticMarkup(
    createElement(Heatmap, { caption: "c", name: "Area", columns: [], rows, shown: 4 }),
  );
  const rowsOf = (part: string) => part.split('scope="row"').length - 1;
  expect(html.split("<details>").map(rowsOf)).toEqual(tables);
  expect(html.includes(`Show the other ${count - 4}<`)).toBe(tables.length > 1);
});
