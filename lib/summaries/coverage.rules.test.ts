import { describe, expect, test } from "vitest";
import {
  listDistrictCoverage,
  listPlaceKindCoverage,
  listSectorCoverage,
  sharedDistrictText,
} from "@/lib/summaries/coverage.rules";
import type { ReleaseView } from "@/lib/summaries/releases/release.rules";
import { sectorGroups } from "@/lib/summaries/releases/release-table.rules";

const release: ReleaseView = {
  id: "r",
  number: 1,
  day: "2026-11-02",
  method: "1",
  note: "",
  family: { themes: ["people"], sectors: Object.keys(sectorGroups), districts: ["E1", "E2", "E3"] },
  cells: [
    ["any", "all", "all", 40],
    ["any", "making", "all", 25],
    ["any", "care", "all", 10],
    ["any", "all", "E1", 15],
    ["any", "all", "E3", 20],
  ],
};

test("sectors not shown come first, then low-paid and foundational work, then most jobs", () => {
  const jobs = new Map([
    ["offices", 500],
    ["support", 90],
    ["shops", 80],
    ["hospitality", 100],
    ["making", 200],
    ["care", 30],
  ]);
  const rows = listSectorCoverage(release, jobs);
  expect(rows.slice(0, 2).map(({ id }) => id)).toEqual(["hospitality", "shops"]);
  expect(rows.slice(-2).map(({ id }) => id)).toEqual(["care", "making"]);
  expect(rows.findIndex(({ id }) => id === "support")).toBeLessThan(rows.findIndex(({ id }) => id === "offices"));
  expect(rows.at(-1)).toMatchObject({ people: 25, share: 63, jobs: 200, jobsShare: 20 });
  expect(rows[0]).toMatchObject({ people: null, share: null, jobs: 100, jobsShare: 10 });
});

test("kinds of place add up only the districts that are shown", () => {
  const district = (id: string, ruralClass: string, coast: string, population: number) => ({
    ...{ id, name: id, ruralClass, coast, population, alsoIn: [] },
  });
  const districtCoverage = listDistrictCoverage(release, [
    district("E1", "urban", "no", 100),
    district("E2", "mainly_rural", "sea", 50),
    district("E3", "urban", "no", 300),
  ]);
  expect(districtCoverage.map(({ id, people }) => [id, people])).toEqual([
    ["E2", null],
    ["E1", 15],
    ["E3", 20],
  ]);
  expect(listPlaceKindCoverage(districtCoverage)).toEqual([
    { kind: "Country, on the coast", districts: 1, people: null, residents: 50 },
    { kind: "Town", districts: 2, people: 35, residents: 400 },
  ]);
});

describe("shares of people", () => {
  const shares = (total: number | null, ...people: [string, number][]) => {
    const cells = people.map(([sector, count]) => ["any", sector, "all", count] as [string, string, string, number]);
    const all: typeof cells = total === null ? [] : [["any", "all", "all", total]];
    const rows = listSectorCoverage({ ...release, cells: [...all, ...cells] }, new Map());
    return people.map(([sector]) => rows.find(({ id }) => id === sector)?.share ?? null);
  };

  test("of “about 50” who are 40 and 15 add up to 100", () => {
    expect(shares(50, ["making", 40], ["care", 15])).toEqual([73, 27]);
  });
  test("leave a rest for whoever is in no kind of work shown", () => {
    expect(shares(100, ["making", 40], ["care", 15])).toEqual([40, 15]);
    expect(shares(30, ["making", 10], ["care", 10], ["shops", 10]).sort()).toEqual([33, 33, 34]);
  });
  test("are not given where the total is not shown", () => {
    expect(shares(null, ["making", 40])).toEqual([null]);
  });
  test("never add up to more than 100, whatever was rounded", () => {
    for (let total = 10; total <= 60; total += 5)
      for (let a = 10; a <= 40; a += 5)
        for (let b = 10; b <= 40; b += 5) {
          const [x, y] = shares(total, ["making", a], ["care", b]);
          expect((x ?? 0) + (y ?? 0)).toBeLessThanOrEqual(100);
        }
  });
});

describe("a district in two areas", () => {
  test("is named, with what its figure counts", () => {
    const districts = [
      { name: "Lichfield", alsoIn: ["Stoke-on-Trent and Staffordshire"] },
      { name: "Dudley", alsoIn: [] },
      { name: "Barnsley", alsoIn: ["Sheffield City Region", "Leeds City Region"] },
    ];
    expect(sharedDistrictText("Greater Birmingham and Solihull", districts)).toBe(
      "Lichfield (also in Stoke-on-Trent and Staffordshire), Barnsley (also in Sheffield City Region and Leeds City Region): the figure counts only the people whose comments are under Greater Birmingham and Solihull. For everyone in a district, add the figures of each area that it is in.",
    );
  });
  test("is said of none where there is none", () => {
    expect(sharedDistrictText("Dorset", [{ name: "Dorset", alsoIn: [] }])).toBeNull();
  });
});
