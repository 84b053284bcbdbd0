import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { chartCsv, chartsCsv } from "@/app/(public)/chart-files";
import { loadEngland } from "@/app/(public)/england/england-content";
import { DrawnChart } from "@/components/charts/drawn-chart";
import { listUnansweredThemes } from "@/lib/answers/source.queries";
import { lepGrid } from "@/lib/areas/lep-grid.rules";
import { db } from "@/lib/database/client";
import type { Chart } from "@/lib/summaries/charts/drawing.rules";
import { buildEngland } from "@/lib/summaries/england/england-charts.rules";
import { listStrategyIds } from "@/lib/summaries/summary-part.queries";
import { expectChartsToEqualTables } from "@/scripts/test/chart-tables";
import { createDemoDatabase } from "@/scripts/test/database";
import { parsePage } from "@/scripts/test/parse-page";
import { submitResponse } from "@/scripts/test/summary-fixtures";

const database = await createDemoDatabase();
afterAll(database.close);

const now = new Date("2026-11-30T12:00:00Z");
const areaWithRelease = "black-country";

beforeAll(async () => {
  await submitResponse("west-midlands");
  const release = {
    madeAt: now,
    method: "1",
    parameters: {},
    note: "",
    family: { themes: [], sectors: [], districts: [] },
  };
  const cells = [
    ["any", "all", "all", 40],
    ["any", "care", "all", 25],
    ["people", "making", "all", 10],
    ["any", "transport", "E08000025", 15],
  ];
  await db().release.create({ data: { lepId: areaWithRelease, number: 7, cells, ...release } });
  // a release of which nothing is shown any more
  await db().release.create({ data: { lepId: "gbs", number: 7, cells: [], ...release } });
});

const findChart = async (id: string): Promise<Chart> => {
  const chart = (await loadEngland(now)).charts.find((found) => found.id === id);
  if (!chart) throw new Error(`no chart ${id}`);
  return chart;
};
const rowOf = ({ table }: Chart, name: string) => table.rows.find(([first]) => first === name);
const tilesOf = ({ drawing }: Chart) => (drawing.kind === "tiles" ? drawing.tiles : []);

test("people are as the newest release stores them; hidden and never released read the same", async () => {
  const chart = await findChart("people");
  expect(rowOf(chart, "Black Country")?.[1]).toBe(40);
  const tiles = new Map(tilesOf(chart).map((tile) => [tile.id, tile]));
  expect(tiles.size).toBe(38);
  expect(tiles.get(areaWithRelease)).toMatchObject({ shade: 4 });
  const withoutPlace = ({ text, label, shade }: { text: string; label: string; shade: unknown }) => [
    text,
    label,
    shade,
  ];
  const open = await listStrategyIds(["coventry-warwickshire"]);
  expect(open).not.toHaveLength(0); // open, and never released
  const hidden = [tiles.get("gbs"), tiles.get("coventry-warwickshire")].map((tile) => tile && withoutPlace(tile));
  expect(hidden[0]).toEqual(["few", "nobody, or too few to show", "hidden"]);
  expect(hidden[1]).toEqual(hidden[0]);
});

test("a kind of work is shown only by its cell of all themes and districts", async () => {
  const chart = await findChart("sectors");
  expect(rowOf(chart, "NHS and care")).toEqual(["NHS and care", 1, 2, "Black Country"]);
  expect(rowOf(chart, "Factories and making things")?.[1]).toBe(0);
  expect(rowOf(chart, "Transport, post, warehouses")?.[1]).toBe(0);
  expect(chart.claim).toMatch(/^11 of 12 kinds of work are shown nowhere: /);
});

test("themes by area add up to the comments on each theme", async () => {
  const { table } = await findChart("themes");
  const themes = await db().theme.findMany({ select: { id: true, name: true } });
  for (const [at, name] of table.columns.entries()) {
    if (at === 0) continue;
    const id = themes.find((theme) => theme.name === name)?.id ?? "";
    const published = await db().comment.count({ where: { state: "published", themes: { some: { themeId: id } } } });
    const values = table.rows.map((row) => Number(row[at]));
    expect([name, values.at(-1), values.slice(0, -1).reduce((a, b) => a + b, 0)]).toEqual([name, published, published]);
  }
});

test("totals and answers are those of the rows, and of each strategy’s own page", async () => {
  const { totals } = await loadEngland(now);
  expect(totals.comments).toBe(await db().comment.count({ where: { state: "published" } }));
  expect(totals.answers).toBe(await db().answer.count({ where: { publishedRevision: { not: null } } }));
  const strategies = await db().strategy.findMany({ where: { phase: { in: ["open", "closed", "archived"] } } });
  const unanswered = await Promise.all(strategies.map(({ id }) => listUnansweredThemes(id)));
  expect(totals.themes - totals.answered).toBe(unanswered.flat().length);
  expect(totals).toMatchObject({ responses: await db().collectiveResponse.count({ where: { revision: { gt: 0 } } }) });
  const times = await findChart("times");
  expect(times.table.rows.reduce((sum, [, answers]) => sum + Number(answers), 0)).toBe(totals.answers);
});

test("every published response is in a region of its lead body", async () => {
  const chart = await findChart("responses");
  const [region, responses, members] = rowOf(chart, "West Midlands") ?? [];
  expect([region, Number(responses) > 0, Number(members) >= 2480]).toEqual(["West Midlands", true, true]);
});

test("every chart draws what its table has, and names its value in text", async () => {
  const { charts } = await loadEngland(now);
  expect(charts).toHaveLength(9);
  for (const chart of charts) {
    const html = renderToStaticMarkup(createElement(DrawnChart, { chart, downloads: { csv: "/c", svg: "/s" } }));
    const page = parsePage(html);
    if (chart.drawing.kind === "tiles") {
      expect(html.match(/<a [^>]*aria-label="[^"]+"/g)).toHaveLength(lepGrid.size);
      continue;
    }
    if (chart.drawing.kind === "heat") continue; // a table itself: above
    for (const { rows, table } of page.charts) {
      expect(rows).toHaveLength(table.length);
      for (const { name, label } of rows) expect([chart.id, name, label]).not.toContain("");
    }
    if (chart.id === "times" || chart.id === "responses") expectChartsToEqualTables(page);
  }
});

test("the files hold every value, escaped, and say what is not shown", async () => {
  const { charts } = await loadEngland(now);
  const all = await chartsCsv("england", charts).text();
  const values = charts.reduce((sum, { table }) => sum + table.rows.length * (table.columns.length - 1), 0);
  expect(all.trimEnd().split("\r\n")).toHaveLength(values + 1);
  const people = await chartCsv("england", await findChart("people")).text();
  expect(people).toMatch(/\r\nGreater Birmingham and Solihull,not shown,/);
});

test("before anything was opened, released or answered each chart says so", async () => {
  const nothing = { areas: [], strategies: [], themes: [], answers: [], responses: [], weeks: [], releases: [] };
  const { charts } = buildEngland(nothing, 2019, now);
  expect(charts.map(({ claim }) => claim)).toEqual([
    ...Array(4).fill("No strategy has opened for comments yet"),
    "No comments have been published yet",
    "No counts of people have been released yet",
    "Nothing needs an answer yet",
    "No union has responded yet",
    "Nothing new has been published in the last 12 weeks",
  ]);
  for (const chart of charts)
    expect(renderToStaticMarkup(createElement(DrawnChart, { chart, downloads: { csv: "/c", svg: "/s" } }))).toContain(
      chart.claim,
    );
});
