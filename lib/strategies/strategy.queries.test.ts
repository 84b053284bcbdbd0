import { afterAll, describe, expect, test } from "vitest";
import { listSectors, listThemes } from "@/lib/areas/reference-data.queries";
import { db } from "@/lib/database/client";
import { getLep, listLeps } from "@/lib/strategies/lep.queries";
import { getStrategy, listStrategies, listStrategyDistricts } from "@/lib/strategies/strategy.queries";
import { getSection } from "@/lib/strategies/versions/section.queries";
import { readReference } from "@/prisma/reference/read";
import { type StrategyContent, seedStrategies } from "@/prisma/seed/strategies";
import { createTestDatabase } from "@/scripts/test/database";

const database = await createTestDatabase();
afterAll(database.close);
const contents = readReference<StrategyContent>("strategy-sections");

describe("strategies", () => {
  test("every strategy of the reference has its sections and paragraphs in order", async () => {
    expect((await listStrategies()).map(({ id }) => id).toSorted()).toEqual(
      contents.map((each) => each.strategyId).toSorted(),
    );
    for (const { strategyId, summary, sections } of contents) {
      const strategy = await getStrategy(strategyId);
      expect(strategy?.summary).toBe(summary);
      expect(strategy?.sections.map(({ number, title }) => ({ number, title }))).toEqual(
        sections.map(({ number, title }) => ({ number, title })),
      );
      expect(strategy?.leps.length).toBeGreaterThan(0);
      const last = sections.at(-1);
      const section = await getSection(strategyId, last?.number ?? 0);
      expect(section?.paragraphs.map(({ text }) => text)).toEqual(last?.paragraphs);
      expect(section?.next).toBeNull();
      expect(section?.previous?.number).toBe(sections.at(-2)?.number);
    }
  });

  test("a second seeding changes nothing, not even what an admin wrote", async () => {
    const before = await getSection("hertfordshire", 1);
    await db().strategy.update({ where: { id: "hertfordshire" }, data: { summary: "Written by an admin." } });
    await seedStrategies(db());
    expect(await getSection("hertfordshire", 1)).toEqual(before);
    expect((await getStrategy("hertfordshire"))?.summary).toBe("Written by an admin.");
  });

  test("the newest published version is shown", async () => {
    const section = await getSection("solent", 1);
    const version = { strategyId: "solent", number: 2, title: "Second draft" };
    const draft = await db().version.create({ data: version });
    await db().versionSection.create({
      data: { versionId: draft.id, sectionId: section?.id ?? "", position: 1, title: "New words", summary: "New." },
    });
    expect((await getSection("solent", 1))?.title).toBe(section?.title);
    await db().version.update({ where: { id: draft.id }, data: { publishedAt: new Date() } });
    expect(await getSection("solent", 1)).toMatchObject({ id: section?.id, title: "New words", versionNumber: 2 });
    expect((await getStrategy("solent"))?.sections).toHaveLength(1);
  });

  test("threads are counted over all LEPs", async () => {
    const section = await getSection("west-midlands", 2);
    const row = { strategyId: "west-midlands", dimension: "section", key: section?.id ?? "" };
    await db().tally.createMany({
      data: [
        { ...row, lepId: "black-country", threads: 2, comments: 3 },
        { ...row, lepId: "", threads: 1, comments: 1 },
      ],
    });
    expect((await getStrategy("west-midlands"))?.sections.map(({ threads }) => threads)).toEqual([0, 3, 0, 0, 0, 0]);
  });

  test.each(["nowhere", "", "__proto__", "../etc"])("there is no strategy %s", async (slug) => {
    expect(await getStrategy(slug)).toBeNull();
    expect(await getSection(slug, 1)).toBeNull();
  });

  test.each([0, -1, 99, Number.NaN, 1.5, 1e300])("there is no section %d", async (number) => {
    expect(await getSection("hertfordshire", number)).toBeNull();
  });

  test("a draft strategy is hidden", async () => {
    await db().strategy.update({ where: { id: "dorset" }, data: { phase: "draft" } });
    expect(await getStrategy("dorset")).toBeNull();
    expect(await getSection("dorset", 1)).toBeNull();
    expect((await listStrategies()).map(({ id }) => id)).not.toContain("dorset");
    await db().strategy.update({ where: { id: "dorset" }, data: { phase: "reference" } });
  });
});

describe("LEPs and lists", () => {
  test("each of the 38 LEPs has a strategy, its own tile and districts", async () => {
    const leps = await listLeps();
    expect(leps).toHaveLength(38);
    expect(new Set(leps.map(({ tile }) => `${tile?.q},${tile?.r}`)).size).toBe(38);
    for (const lep of leps) {
      expect(lep.strategies).toHaveLength(1);
      const one = await getLep(lep.id);
      const on2017 = one?.districts.filter(({ vintages }) => vintages.includes("2017"));
      expect(on2017).toHaveLength(lep.districtCount);
      expect(one?.strategies).toEqual(lep.strategies);
    }
    expect(await getLep("greater-manchester-ca")).toBeNull();
  });

  test("a former district is not offered", async () => {
    const names = (await listStrategyDistricts("cambridgeshire-peterborough")).map(({ name }) => name);
    expect(names).toContain("Fenland");
    expect(names).not.toContain("Rutland");
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, "en-GB")));
  });

  test("sectors are SIC sections, and themes begin with the five foundations", async () => {
    expect(
      (await listSectors())
        .map(({ id }) => id)
        .toSorted()
        .join(""),
    ).toBe("ABCDEFGHIJKLMNOPQRSTU");
    const families = (await listThemes()).slice(0, 6).map(({ family }) => family);
    expect(families).toEqual([...Array(5).fill("foundation"), "grand_challenge"]);
  });
});
