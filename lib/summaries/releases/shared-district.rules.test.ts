import { expect, test } from "vitest";
import { unknownDistrictId } from "@/lib/summaries/releases/release-table.rules";
import { divideSharedDistricts, publishedDistrict } from "@/lib/summaries/releases/shared-district.rules";

const family = {
  themes: ["pay"],
  sectors: ["care"],
  memberships: [
    { district: "middle", lep: "south" },
    { district: "middle", lep: "north" },
    { district: "ash", lep: "north" },
    { district: unknownDistrictId("north"), lep: "north" },
  ],
};
const person = (key: number, district: string, lep: string | null) => ({
  ...{ key, district, lep, sector: "care", themes: ["pay"] },
});
const cell = { shown: 10, isSecondary: false, members: [1] };

test("a person in a district of two LEPs is counted under the one that their comments show, and only there", () => {
  const people = [
    person(1, "middle", "north"),
    person(2, "middle", "south"),
    person(3, "middle", null),
    person(4, "middle", "elsewhere"),
    person(5, "ash", "south"),
    person(6, unknownDistrictId("north"), "north"),
  ];
  const divided = divideSharedDistricts(family, people);
  expect(divided.contributors.map(({ district }) => district)).toEqual([
    "middle:north",
    "middle:south",
    "middle:north",
    "middle:north",
    "ash",
    unknownDistrictId("north"),
  ]);
  expect(divided.family.memberships).toEqual([
    { district: "middle:south", lep: "south" },
    { district: "middle:north", lep: "north" },
    { district: "ash", lep: "north" },
    { district: unknownDistrictId("north"), lep: "north" },
  ]);
  expect([...divided.family.memberships.map(({ district }) => publishedDistrict(district))]).toEqual(
    family.memberships.map(({ district }) => district),
  );
});

test("where a body is new in a district, the LEP goes on from its last release; what both had released begins anew", () => {
  const release = { release: 3, first: 1, members: [] };
  const cells = { "pay|care|district:middle": cell, "pay|care|district:ash": cell, "*|*|lep:north": cell };
  const state = (...leps: string[]) => ({
    release: 3,
    cells,
    leps: Object.fromEntries(leps.map((lep) => [lep, release])),
  });
  const names = (...leps: string[]) =>
    Object.keys(divideSharedDistricts(family, [], state(...leps)).previous?.cells ?? {});
  const [, ash, total] = Object.keys(cells);
  expect(names("north")).toEqual(["pay|care|district:middle:north", ash, total]);
  expect(names("north", "south")).toEqual(Object.keys(cells));
  expect(divideSharedDistricts(family, [])).not.toHaveProperty("previous");
});
