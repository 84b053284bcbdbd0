import { expect, test } from "vitest";
import type { Strategy, StrategyBody } from "@/prisma/generated/client";
import { expectOriginal } from "@/prisma/reference/original-tables";
import { readReference } from "@/prisma/reference/read";
import { authorities, districtName, districts, leps, memberships, originalId } from "@/prisma/reference/tables";

const strategies = readReference<Strategy>("strategies");
const partners = readReference<StrategyBody>("strategy-bodies");
const membersOf = (bodyId: string, vintage: string) =>
  memberships.filter((row) => row.bodyId === bodyId && row.vintage === vintage);
const strategyOf = (lepId: string) =>
  strategies.find(
    ({ id, leadBodyId }) =>
      leadBodyId === lepId || partners.some((row) => row.strategyId === id && row.bodyId === lepId),
  );

test("LEPs: names, codes of every year, strategy, regions, counts, people", () => {
  const lines = leps.map((lep) => ({
    lep_id: lep.id,
    name: lep.name,
    other_names: lep.otherNames ?? "",
    ons_name_2017: lep.details.onsNames[2017],
    ons_code_2017: lep.details.onsCodes[2017],
    ons_code_2020: lep.details.onsCodes[2020],
    ons_name_2021: lep.details.onsNames[2021],
    ons_code_2021: lep.details.onsCodes[2021],
    lis_area_id: strategyOf(lep.id)?.id ?? "",
    lis_lead_type: strategyOf(lep.id)?.leadType ?? "",
    regions: lep.regions.join("; "),
    lad19_districts_2017: lep.details.districts2017,
    of_which_in_two_leps_2017: lep.details.inTwoLeps2017,
    population_mid2019_on_2017_area: lep.population,
    share_rural: lep.shareRural,
    lad21_districts_2021: lep.details.districts2021,
  }));
  const counts = ["lad19_districts_2017", "of_which_in_two_leps_2017", "lad21_districts_2021"];
  expectOriginal("leps.csv", lines, [...counts, "population_mid2019_on_2017_area", "share_rural"]);
});

test("the districts of each LEP add up to its counts, and its code is the latest", () => {
  expect(leps).toHaveLength(38);
  for (const { id, onsCode, details } of leps) {
    const in2017 = membersOf(id, "2017");
    const codes2021 = membersOf(id, "2021").map(
      (row) => districts.find((district) => district.id === row.districtId)?.code2021,
    );
    expect(in2017).toHaveLength(details.districts2017);
    expect(in2017.filter(({ relation }) => relation !== "sole")).toHaveLength(details.inTwoLeps2017);
    expect(new Set(codes2021).size).toBe(details.districts2021);
    expect(onsCode).toBe(details.onsCodes[2021]);
  }
});

test("combined authorities and Greater London", () => {
  const lines = authorities.map(({ details, ...body }) => ({
    ca_id: originalId(body.id),
    ons_code: details.onsCodeNote ? `${body.onsCode} (${details.onsCodeNote})` : (body.onsCode ?? ""),
    name: body.name,
    elected_mayor_dec_2019: body.hasMayor ? "Y" : "N",
    established: body.established ?? "",
    first_mayoral_election: details.firstMayoralElection ?? "",
    mayor_2019_20: body.mayor ?? "",
    district_count: details.districts,
    districts: details.districtsText ?? names(body.id).join("; "),
    population_mid2019: body.population,
    leps_2017_with_member_district_counts: Object.entries(details.districtsByLep2017)
      .map(([lep, count]) => `${lep}:${count}`)
      .join("; "),
  }));
  expectOriginal("combined_authorities_2019.csv", lines, ["district_count", "population_mid2019"]);
});

test("how much of each LEP is in each combined authority", () => {
  const lines = authorities.flatMap((body) =>
    body.details.overlaps.map((overlap) => ({
      ca_id: originalId(body.id),
      lep_id: overlap.lepId,
      districts_in_both_2017: overlap.inBoth2017,
      districts_in_lep_2017: overlap.inLep2017,
      share_of_lep_population_inside_ca_2017: overlap.shareOfLep2017,
      districts_in_both_2021: overlap.inBoth2021,
      lad19_districts_in_lep_2021: overlap.inLep2021,
    })),
  );
  expectOriginal("combined_authority_lep_overlap.csv", lines, Object.keys(lines[0] ?? {}).slice(2));
});

test("the districts of combined authorities; those of Greater London are all of its region", () => {
  const lines = memberships
    .filter(({ vintage, bodyId }) => vintage === "2019" && bodyId !== "greater-london")
    .map(({ bodyId, districtId }) => ({ bodyId, districtId, body: authorities.find(({ id }) => id === bodyId) }))
    .map(({ bodyId, districtId, body }) => ({
      lad19_code: districtId,
      lad19_name: districtName(districtId),
      ca_code: body?.onsCode ?? "",
      ca_name: body?.name ?? "",
      ca_id: originalId(bodyId),
    }));
  expectOriginal("district_combined_authority_2019.csv", lines);
  const london = districts.filter(({ region }) => region === "London").map(({ name }) => name);
  expect(names("greater-london")).toEqual(london.sort());
  for (const { id, details, regions } of authorities) {
    const members = membersOf(id, "2019").map((row) => districts.find((district) => district.id === row.districtId));
    expect(members).toHaveLength(details.districts);
    expect([...new Set(members.map((district) => district?.region))].sort()).toEqual(regions);
  }
});

test("the tile map has one tile for each LEP", () => {
  const lines = leps.map(({ id, name, tileQ, tileR }) => ({ layout: "odd-r", id, n: name, q: tileQ, r: tileR }));
  expectOriginal("lep_tiles.json", lines);
  expect(new Set(leps.map(({ tileQ, tileR }) => `${tileQ},${tileR}`)).size).toBe(38);
});

function names(bodyId: string): string[] {
  return membersOf(bodyId, "2019")
    .map(({ districtId }) => districtName(districtId))
    .sort();
}
