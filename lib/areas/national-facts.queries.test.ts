import { afterAll, expect, test } from "vitest";
import { getLepFacts, getStrategyFacts } from "@/lib/areas/national-facts.queries";
import { areaAwards, nationalAwards } from "@/lib/areas/national-facts.rules";
import { db } from "@/lib/database/client";
import { createTestDatabase } from "@/scripts/test/database";

const database = await createTestDatabase();
afterAll(database.close);

test("a LEP has its districts' ranks, its funds, programmes and boards", async () => {
  const facts = await getLepFacts("tees-valley");
  expect(
    facts.ranks
      .filter(({ year }) => year === 2016)
      .map(({ name }) => name)
      .sort(),
  ).toEqual(["Darlington", "Hartlepool", "Middlesbrough", "Redcar and Cleveland", "Stockton-on-Tees"]);
  expect(areaAwards(facts.awards).map(({ pounds }) => pounds)).toEqual([75_500_000]);
  expect(facts.boards.map(({ workerSeats }) => workerSeats)).toEqual(["0 found"]);
  expect(facts.rules).toHaveLength(9);
  expect(facts.corrections).toEqual([]);
});

test("a programme in one district shows only where that district is", async () => {
  const names = async (lepId: string) =>
    (await getLepFacts(lepId)).programmes.filter(({ isNational }) => !isNational).map(({ what }) => what);
  expect(await names("lancashire")).toContain("Blackpool Opportunity Area");
  expect(await names("cumbria")).toEqual([]);
});

test("what is of all England is on every area's page, apart from its own", async () => {
  const { programmes, awards } = await getLepFacts("cumbria");
  expect(programmes.map(({ name }) => name)).toContain("Skills Advisory Panel");
  expect(areaAwards(awards)).toEqual([]);
  expect(nationalAwards(awards).map(({ fund }) => fund)).toContain("National Skills Fund");
});

test("a strategy has the facts of all bodies that take part, each once", async () => {
  const facts = await getStrategyFacts("west-midlands");
  expect(areaAwards(facts.awards).map(({ pounds }) => pounds)).toEqual([321_500_000]);
  expect(facts.boards.map(({ name }) => name)).toEqual(["West Midlands Combined Authority board (not a LEP board)"]);
});

test("an accepted correction shows, and no other", async () => {
  const row = { bodyId: "cumbria", topic: "board" as const, sentFor: "UNISON", sentById: "somebody" };
  await db().factCorrection.createMany({
    data: [
      { ...row, text: "Right.", state: "accepted", checkedAt: new Date("2026-11-30T12:00:00Z") },
      { ...row, text: "Waiting.", state: "open" },
      { ...row, text: "Wrong.", state: "rejected", checkedAt: new Date() },
    ],
  });
  for (const facts of [await getLepFacts("cumbria"), await getStrategyFacts("cumbria")])
    expect(facts.corrections.map(({ text, sentFor }) => [text, sentFor])).toEqual([["Right.", "UNISON"]]);
});
