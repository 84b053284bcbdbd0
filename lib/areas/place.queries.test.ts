import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { afterAll, describe, expect, test } from "vitest";
import { findPlaces, getDistrictView } from "@/lib/areas/place.queries";
import { searchKey } from "@/lib/areas/search-key";
import { db } from "@/lib/database/client";
import { createTestDatabase } from "@/scripts/test/database";

const database = await createTestDatabase();
afterAll(database.close);

const find = (query: string) => findPlaces(searchKey(query));
const districtsOf = async (query: string) => (await find(query)).map(({ district }) => district);

describe("finding a place", () => {
  test("a name in several districts gives each of them", async () => {
    const newport = (await find("Newport")).filter(({ match }) => match === "exact");
    expect(newport.map(({ district }) => district)).toEqual([
      "East Riding of Yorkshire",
      "Isle of Wight",
      "Telford and Wrekin",
      "Uttlesford",
    ]);
    expect((await find("sutton")).filter(({ match }) => match === "exact").length).toBeGreaterThan(5);
  });

  test.each([
    ["Wolverhamton", "Wolverhampton"],
    ["Barnsly", "Barnsley"],
    ["birmingam", "Birmingham"],
    ["Lichfeild", "Lichfield"],
    ["Hull", "Kingston upon Hull"],
    ["KING'S LYNN", "King's Lynn and West Norfolk"],
    ["kings lynn", "King's Lynn and West Norfolk"],
    ["Redruth", "Cornwall"],
    ["Bristol, City of", "Bristol"],
    ["Stratford upon Avon", "Stratford-on-Avon"],
  ])("%s is found, first, in %s", async (query, district) => {
    expect((await districtsOf(query))[0]).toBe(district);
  });

  test("a county, a region or a newer council gives its districts", async () => {
    expect((await find("London")).filter(({ match }) => match === "exact")).toHaveLength(33);
    expect(await districtsOf("Cumberland")).toEqual(["Allerdale", "Carlisle", "Copeland"]);
    expect(await districtsOf("West Yorkshire")).toContain("Kirklees");
  });

  test("what is nowhere finds nothing", async () => {
    expect(await find("qqqqzzzz")).toEqual([]);
  });

  test("places are found over their indexes", async () => {
    await db().$transaction(async (tx) => {
      await tx.$executeRaw`SET LOCAL enable_seqscan = off`;
      const plan = await tx.$queryRaw`
        EXPLAIN SELECT name FROM places
        WHERE search = 'wigan' OR search LIKE 'wigan%' OR search LIKE '% wigan%' OR search % 'wigan'`;
      expect(JSON.stringify(plan)).toContain("places_search_trgm");
    });
  });
});

describe("who decides about a place", () => {
  test("every district of the reference has the strategies, roles and LEPs of the reference", {
    timeout: 60_000,
  }, async () => {
    const rows = parse(readFileSync("scripts/test/fixtures/reference/district_lis_area.csv"), {
      columns: true,
    }) as Row[];
    const ids = [...new Set(rows.map(({ lad19_code }) => lad19_code))];
    expect(ids).toHaveLength(317);
    const answers = new Map(await Promise.all(ids.map(async (id) => [id, await getDistrictView(id)] as const)));
    for (const [id, answer] of answers) {
      const expected = rows.filter(({ lad19_code }) => lad19_code === id);
      const covers = answer?.strategies.map(({ strategyId, role, on2017, on2021 }) => ({
        strategyId,
        role,
        on2017,
        on2021,
      }));
      expect(covers?.toSorted((a, b) => a.strategyId.localeCompare(b.strategyId))).toEqual(
        expected
          .map((row) => ({
            strategyId: row.lis_area_id,
            role: row.role,
            on2017: row.on_april_2017_leps === "Y",
            on2021: row.on_april_2021_leps === "Y",
          }))
          .toSorted((a, b) => a.strategyId.localeCompare(b.strategyId)),
      );
      const via = expected.flatMap(({ via_leps }) => via_leps.split("; "));
      expect(answer?.leps.map((lep) => lep.id).toSorted()).toEqual([...new Set(via)].toSorted());
    }
  });

  test("those that take no comments come last", async () => {
    const rutland = await getDistrictView("E06000017");
    expect(rutland?.strategies.map(({ role }) => role)).toEqual(["lep_area", "former_lep_area"]);
  });

  test.each(["E99999999", "", "'; DROP TABLE districts", "\u202e"])("%s is no district", async (id) => {
    expect(await getDistrictView(id)).toBeNull();
  });
});

type Row = {
  lad19_code: string;
  lis_area_id: string;
  role: string;
  via_leps: string;
  on_april_2017_leps: string;
  on_april_2021_leps: string;
};
