import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadUnion } from "@/app/(public)/unions/[slug]/union-content";
import { DrawnChart } from "@/components/charts/drawn-chart";
import { db } from "@/lib/database/client";
import { listUnions } from "@/lib/summaries/england/union-view.queries";
import { buildUnionCharts, unionGroups } from "@/lib/summaries/england/union-view.rules";
import { sectorGroups } from "@/lib/summaries/releases/release-table.rules";
import { createTestDatabase } from "@/scripts/test/database";
import { submitResponse } from "@/scripts/test/summary-fixtures";

const database = await createTestDatabase();
afterAll(database.close);

beforeAll(async () => {
  const release = { madeAt: new Date(), method: "1", parameters: {}, note: "" };
  const family = { themes: [], sectors: [], districts: [] };
  const first = [["any", "care", "all", 90]];
  const second = [
    ["any", "all", "all", 40],
    ["any", "care", "all", 25],
    ["any", "making", "all", 10],
    ["people", "schools", "all", 15],
    ["any", "transport", "E08000025", 15],
  ];
  await db().release.create({ data: { lepId: "black-country", number: 1, cells: first, family, ...release } });
  await db().release.create({ data: { lepId: "black-country", number: 2, cells: second, family, ...release } });
  await db().release.create({ data: { lepId: "gbs", number: 2, cells: [], family, ...release } });
});

const chartsOf = async (id: string) => {
  const union = await loadUnion(id);
  if (!union) throw new Error(`no union ${id}`);
  return Object.fromEntries(union.charts.map((chart) => [chart.id, chart]));
};

test("every union of the list has a kind of work, and a page", async () => {
  const unions = await listUnions();
  expect(unions.length).toBeGreaterThan(40);
  const rows = await db().union.findMany({ select: { id: true, sectors: true } });
  for (const { id, sectors } of rows) expect([id, unionGroups(sectors).length]).not.toEqual([id, 0]);
  expect(await loadUnion("nobody")).toBeNull();
});

test("people are those of the newest release, in the union’s kinds of work only, and of all themes and districts", async () => {
  const { areas, sectors } = await chartsOf("gmb");
  expect(areas?.table.columns).toContain(sectorGroups.care?.name);
  expect(areas?.table.columns).not.toContain(sectorGroups.building?.name); // not among the sectors of GMB
  const row = Object.fromEntries(areas?.table.columns.map((name, at) => [name, areas.table.rows[0]?.[at]]) ?? []);
  expect(row).toMatchObject({
    LEP: "Black Country",
    [sectorGroups.care?.name ?? ""]: 25,
    [sectorGroups.making?.name ?? ""]: 10,
    [sectorGroups.schools?.name ?? ""]: null, // shown for one theme only
    [sectorGroups.transport?.name ?? ""]: null, // shown in one district only
  });
  expect(areas?.table.rows).toHaveLength(1); // where nothing of theirs is shown reads as where nothing was released
  expect(sectors?.table.rows).toHaveLength(areas ? areas.table.columns.length - 1 : 0);
});

test("a response has its members, and its answer once that is published", async () => {
  expect((await chartsOf("gmb")).responses?.claim).toBe("The union has not responded to a strategy yet");
  await submitResponse("west-midlands");
  const { id, unionId } = await db().collectiveResponse.findFirstOrThrow();
  const waiting = (await chartsOf(unionId)).responses;
  expect(waiting?.table.rows).toEqual([
    [expect.stringMatching(/^West Midlands/), expect.any(Number), 2480, expect.any(String), "No answer yet"],
  ]);
  const { leadBodyId } = await db().strategy.findUniqueOrThrow({ where: { id: "west-midlands" } });
  const answer = await db().answer.create({
    data: { strategyId: "west-midlands", bodyId: leadBodyId, sourceKind: "response", sourceId: id },
  });
  const revision = {
    answerId: answer.id,
    number: 1,
    decision: "accepted" as const,
    why: "We agree.",
    writtenById: "x",
  };
  await db().answerRevision.create({ data: revision });
  expect((await loadUnion(unionId))?.responses[0]?.answer).toBeNull(); // a draft
  await db().answer.update({ where: { id: answer.id }, data: { publishedRevision: 1, state: "published" } });
  expect((await loadUnion(unionId))?.responses[0]?.answer).toEqual({ decision: "accepted", why: "We agree." });
});

test("with nothing released and no response each chart says so", () => {
  const union = { id: "u", name: "U", shortName: "U", covers: "", sectors: ["Q"] };
  const charts = buildUnionCharts({ union, areas: [], responses: [] });
  expect(charts.map(({ claim }) => claim)).toEqual([
    "No counts of people have been released yet",
    "No counts of people have been released yet",
    "The union has not responded to a strategy yet",
  ]);
  for (const chart of charts)
    expect(renderToStaticMarkup(createElement(DrawnChart, { chart, downloads: { csv: "/c", svg: "/s" } }))).toContain(
      chart.claim,
    );
});
