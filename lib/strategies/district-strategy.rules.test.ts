import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import {
  boundaryChangeText,
  type DistrictStrategy,
  leadExplanation,
  strategyCountText,
} from "@/lib/strategies/district-strategy.rules";
import { DistrictRole } from "@/prisma/generated/enums";

const districtStrategy = (overrides: Partial<DistrictStrategy>): DistrictStrategy => ({
  areaName: "Hertfordshire",
  leadTitle: "Hertfordshire LEP",
  leadType: "lep",
  role: "lep_area",
  viaLeps: ["Hertfordshire LEP"],
  on2017: true,
  on2021: true,
  alsoInMayoralCa: null,
  ...overrides,
});

const westMidlands = { areaName: "West Midlands", leadTitle: "West Midlands Combined Authority" };
const cambridgeshire = {
  areaName: "Cambridgeshire and Peterborough",
  leadTitle: "Cambridgeshire and Peterborough Combined Authority",
  viaLeps: ["Cambridgeshire and Peterborough LEP"],
};

describe("who leads and why", () => {
  test("a district in the mayor's area", () => {
    const dudley = districtStrategy({ ...westMidlands, role: "constituent", viaLeps: ["Black Country LEP"] });
    expect(leadExplanation("Dudley", dudley, [])).toEqual([
      "The mayor leads the West Midlands strategy, through the West Midlands Combined Authority.",
      "That is because Dudley is in the mayor’s area; the Black Country LEP helps, but does not lead.",
    ]);
  });

  test("a district in the area of a mayor without a LEP", () => {
    const dudley = districtStrategy({ ...westMidlands, leadType: "mayor", role: "constituent", viaLeps: [] });
    expect(leadExplanation("Dudley", dudley, [])[1]).toBe("That is because Dudley is in the mayor’s area.");
  });

  test("a district of a council that took over from a LEP", () => {
    const dover = districtStrategy({
      areaName: "Kent",
      leadTitle: "Kent County Council",
      leadType: "body",
      viaLeps: [],
    });
    expect(leadExplanation("Dover", dover, [])).toEqual([
      "The Kent County Council leads the Kent strategy.",
      "That is because it covers Dover.",
    ]);
  });

  test("a district of a LEP that helps, outside the mayor's area", () => {
    const warwick = districtStrategy({
      ...westMidlands,
      role: "lep_area_only",
      viaLeps: ["Coventry and Warwickshire LEP"],
    });
    expect(leadExplanation("Warwick", warwick, [])).toEqual([
      "A mayor leads the West Midlands strategy, through the West Midlands Combined Authority, and it covers Warwick too.",
      "That is because Warwick is in the Coventry and Warwickshire LEP, which helps with it; but Warwick is outside the mayor’s area, so people who live there do not vote for that mayor.",
    ]);
  });

  test("a district where the LEP leads", () => {
    expect(leadExplanation("Stevenage", districtStrategy({}), [])).toEqual([
      "The Hertfordshire LEP leads the Hertfordshire strategy.",
      "That is because Stevenage is not in the area of a mayor who leads a strategy; in such places the LEP leads.",
    ]);
  });

  test("a district with a mayor who leads no strategy", () => {
    const northEast = { areaName: "North East", leadTitle: "North East LEP" };
    const [, why] = leadExplanation(
      "Northumberland",
      districtStrategy({ ...northEast, alsoInMayoralCa: "North of Tyne Combined Authority" }),
      [],
    );
    expect(why).toContain("Northumberland is also in the North of Tyne Combined Authority, which has a mayor");
  });

  test.each([
    ["constituent", "as well as in the mayor’s area"],
    ["lep_area", "in two LEPs"],
    ["lep_area_only", "in this LEP as well"],
    ["former_lep_area", "in such places the LEP leads"],
  ] as const)("a LEP's strategy beside another one as %s", (role, phrase) => {
    expect(leadExplanation("Here", districtStrategy({}), [districtStrategy({ role })])[1]).toContain(phrase);
  });

  test("a district that has left the LEP", () => {
    const rutland = districtStrategy({ ...cambridgeshire, role: "former_lep_area", on2021: false });
    expect(leadExplanation("Rutland", rutland, [districtStrategy({ areaName: "Greater Lincolnshire" })])).toEqual([
      "The Cambridgeshire and Peterborough strategy does not cover Rutland, so people there cannot comment on it.",
      "That is because Rutland was in the Cambridgeshire and Peterborough LEP in April 2017, but it is outside the mayor’s area, for which the strategy was written; you can comment on the Greater Lincolnshire strategy instead.",
    ]);
  });

  test("names with their own article, and with an explanation in brackets", () => {
    const marches = districtStrategy({
      areaName: "The Marches",
      leadTitle: "The Marches LEP",
      viaLeps: ["The Marches LEP"],
    });
    expect(leadExplanation("Ludlow", marches, [])[0]).toBe("The Marches LEP leads the Marches strategy.");
    const southEast = districtStrategy({ areaName: "South East (Essex, Kent)", leadTitle: "South East LEP" });
    expect(leadExplanation("Dover", southEast, [])[0]).toBe("The South East LEP leads the South East strategy.");
  });
});

describe("boundaries", () => {
  test("nothing is shown when no boundary moved, or when no comments are taken from the district", () => {
    expect(boundaryChangeText("Here", districtStrategy({}))).toBeNull();
    expect(boundaryChangeText("Here", districtStrategy({ role: "former_lep_area", on2021: false }))).toBeNull();
  });
  test("a district left or joined", () => {
    expect(boundaryChangeText("York", districtStrategy({ on2021: false }))).toContain("no longer in April 2021");
    expect(boundaryChangeText("Rutland", districtStrategy({ on2017: false }))).toContain(
      "was not in the Hertfordshire LEP in April 2017",
    );
  });
});

describe("the lead sentence", () => {
  test("no strategy, one, two or more", () => {
    expect(strategyCountText("Here", [])).toContain("not know of a strategy");
    expect(strategyCountText("Here", [districtStrategy({ role: "former_lep_area" })])).toContain(
      "not know of a strategy",
    );
    expect(strategyCountText("Here", [districtStrategy({}), districtStrategy({ role: "former_lep_area" })])).toBe(
      "One strategy covers Here: the Hertfordshire strategy.",
    );
    expect(
      strategyCountText("Lichfield", [
        districtStrategy({ areaName: "Stoke-on-Trent and Staffordshire" }),
        districtStrategy(westMidlands),
      ]),
    ).toBe(
      "Two strategies cover Lichfield: the Stoke-on-Trent and Staffordshire strategy, and the West Midlands strategy. Comment on the one that matters to your work, or on both.",
    );
    expect(strategyCountText("Here", [districtStrategy({}), districtStrategy({}), districtStrategy({})])).toMatch(
      /^3 strategies .* on each\.$/,
    );
  });
});

test("every district of the reference reads as two sentences that name it, for each of its strategies", () => {
  const rows = parse(readFileSync("scripts/test/fixtures/reference/district_lis_area.csv"), {
    columns: true,
  }) as Record<string, string>[];
  const covers = new Map<string, { row: Record<string, string>; cover: DistrictStrategy }[]>();
  for (const row of rows) {
    const id = row.lad19_code ?? "";
    covers.set(id, [...(covers.get(id) ?? []), { row, cover: districtStrategyFromReference(row) }]);
  }
  expect(covers.size).toBe(317);
  for (const all of covers.values()) {
    for (const { row, cover: districtStrategy } of all) {
      const place = row.lad19_name ?? "";
      const others = all.map((each) => each.cover).filter((each) => each !== districtStrategy);
      const text = leadExplanation(place, districtStrategy, others).join(" ");
      expect(text).toContain(place);
      expect(text).not.toMatch(/undefined|null|the the|The the/);
      expect(text.includes("do not vote for that mayor")).toBe(row.role === "lep_area_only");
      expect(text.includes("cannot comment on it")).toBe(row.role === "former_lep_area");
    }
    expect(
      strategyCountText(
        "Here",
        all.map((each) => each.cover),
      ),
    ).toMatch(/^(One|Two) strateg/);
  }
});

function districtStrategyFromReference(row: Record<string, string>): DistrictStrategy {
  return districtStrategy({
    areaName: (row.lis_area_id ?? "").replaceAll("-", " "),
    leadTitle: `${row.lis_area_id?.replaceAll("-", " ")} ${row.lead_type === "mayor" ? "Combined Authority" : "LEP"}`,
    role: DistrictRole[row.role as DistrictRole],
    viaLeps: (row.via_leps ?? "").replaceAll("-", " ").split("; "),
    on2017: row.on_april_2017_leps === "Y",
    on2021: row.on_april_2021_leps === "Y",
    alsoInMayoralCa: row.also_in_mayoral_ca || null,
  });
}
