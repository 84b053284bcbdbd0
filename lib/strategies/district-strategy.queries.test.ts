import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { afterAll, describe, expect, test } from "vitest";
import { getDistrictView, haveSameStrategies } from "@/lib/strategies/district-strategy.queries";
import places from "@/prisma/reference/places.json" with { type: "json" };
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

  test("a name in several districts needs no choice exactly where the same strategies cover all of them", {
    timeout: 60_000,
  }, async () => {
    const rows = parse(readFileSync("scripts/test/fixtures/reference/district_lis_area.csv"), {
      columns: true,
    }) as Row[];
    const coverOf = (id: string) =>
      rows
        .filter(({ lad19_code }) => lad19_code === id)
        .map(({ lad19_code: _, lad19_name: __, ...row }) => Object.values(row).join(" "))
        .sort()
        .join();
    const byName = new Map<string, Set<string>>();
    for (const { name, districtId } of places) byName.set(name, (byName.get(name) ?? new Set()).add(districtId));
    const several = [...byName].map(([name, ids]) => [name, [...ids]] as const).filter(([, ids]) => ids.length > 1);
    const found = new Map<boolean, number>();
    for (const [name, ids] of several) {
      const isSame = await haveSameStrategies(ids);
      expect([name, isSame]).toEqual([name, new Set(ids.map(coverOf)).size === 1]);
      found.set(isSame, (found.get(isSame) ?? 0) + 1);
    }
    expect(await haveSameStrategies([...(byName.get("Middlesbrough") ?? [])])).toBe(true);
    expect([...found.keys()].sort()).toEqual([false, true]);
  });

  test.each(["E99999999", "", "'; DROP TABLE districts", "\u202e"])("%s is not a district", async (id) => {
    expect(await getDistrictView(id)).toBeNull();
  });
});

type Row = {
  lad19_code: string;
  lad19_name: string;
  lis_area_id: string;
  role: string;
  via_leps: string;
  on_april_2017_leps: string;
  on_april_2021_leps: string;
};
