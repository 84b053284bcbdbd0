import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { afterAll, describe, expect, test } from "vitest";
import { getDistrictView } from "@/lib/strategies/district-strategy.queries";
import { createTestDatabase } from "@/scripts/test/database";

const database = await createTestDatabase();
afterAll(database.close);

describe("strategies of a district", () => {
  test("every district has the strategies, roles and LEPs of the reference", {
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

  test("strategies that take no comments come last", async () => {
    const rutland = await getDistrictView("E06000017");
    expect(rutland?.strategies.map(({ role }) => role)).toEqual(["lep_area", "former_lep_area"]);
  });

  test.each(["E99999999", "", "'; DROP TABLE districts", "\u202e"])("%s is not a district", async (id) => {
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
