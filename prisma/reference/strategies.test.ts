import { expect, test } from "vitest";
import type { Strategy, StrategyBody, StrategyDistrict } from "@/prisma/generated/client";
import { expectOriginal, type Line, readOriginal } from "@/prisma/reference/original-tables";
import { readReference } from "@/prisma/reference/read";
import { bodies, districtName, districts, originalId } from "@/prisma/reference/tables";

const strategies = readReference<Strategy>("strategies");
const strategyBodies = readReference<StrategyBody>("strategy-bodies");
const strategyDistricts = readReference<StrategyDistrict>("strategy-districts");
const kindOf = (bodyId: string) => bodies.find((body) => body.id === bodyId)?.kindId;

test("strategies: lead, LEPs, status, date, title, priorities, certainty and source", () => {
  const lines = strategies.map((strategy) => {
    const others = strategyBodies.filter(({ strategyId }) => strategyId === strategy.id).map(({ bodyId }) => bodyId);
    const leps = strategy.leadType === "lep" ? [strategy.leadBodyId, ...others] : others;
    return {
      lis_area_id: strategy.id,
      area_name: strategy.areaName,
      lead_type: strategy.leadType,
      lead_body: strategy.leadName,
      lead_person_2019_20: strategy.leadPerson ?? "",
      leps: leps.join("; "),
      wave: strategy.wave,
      status: strategy.status,
      status_date: strategy.statusDate ?? "",
      document_title: strategy.title ?? "",
      priorities: strategy.priorities.join("; "),
      certainty: strategy.certainty,
      source: strategy.source ?? "",
    };
  });
  expectOriginal("lis_areas.csv", lines, ["wave"], withCorrections);
});

/** The original with "lis_areas_corrections.csv": each corrects one field of a strategy, and adds its sources. */
function withCorrections(lines: Line[]): Line[] {
  const corrections = readOriginal("lis_areas_corrections.csv") as Record<string, string>[];
  return lines.map((original) => {
    const line = { ...original };
    for (const { lis_area_id, field = "", old, new: value, source } of corrections) {
      if (lis_area_id !== line.lis_area_id) continue;
      if (field !== "source") {
        expect(original[field], `${lis_area_id} ${field}`).toBe(old);
        line[field] = value ?? "";
      }
      const sources = [line.source, source].flatMap((text) => String(text ?? "").split(" ; "));
      line.source = [...new Set(sources.filter(Boolean))].join(" ; ");
    }
    return line;
  });
}

test("the LEP leads where the lead type says so, else a body with a mayor that the strategy is named after", () => {
  for (const { id, leadType, leadBodyId } of strategies) {
    expect(kindOf(leadBodyId) === "lep").toBe(leadType === "lep");
    if (leadType === "lep") expect(leadBodyId).toBe(id);
    else {
      expect(bodies.find((body) => body.id === leadBodyId)?.hasMayor).toBe(true);
      expect(originalId(leadBodyId)).toBe(id === "london" ? "greater-london" : id);
    }
  }
});

test("which strategies cover a district, and in what role", () => {
  const lines = strategyDistricts.map((row) => ({
    lad19_code: row.districtId,
    lad19_name: districtName(row.districtId),
    lis_area_id: row.strategyId,
    lead_type: strategies.find(({ id }) => id === row.strategyId)?.leadType ?? "",
    role: row.role,
    via_leps: row.viaBodies.join("; "),
    on_april_2017_leps: row.on2017 ? "Y" : "N",
    on_april_2021_leps: row.on2021 ? "Y" : "N",
    also_in_mayoral_ca: originalId(row.alsoInMayoralCa ?? ""),
  }));
  expectOriginal("district_lis_area.csv", lines);
});

test("36 strategies, 8 of them led by a mayor, and 35 districts that two cover", () => {
  expect(strategies).toHaveLength(36);
  expect(strategies.filter(({ leadType }) => leadType === "mayor")).toHaveLength(8);
  const perDistrict = districts.map(({ id }) => strategyDistricts.filter(({ districtId }) => districtId === id).length);
  expect(perDistrict.filter((count) => count === 2)).toHaveLength(35);
  expect(perDistrict.filter((count) => count === 1)).toHaveLength(317 - 35);
});
