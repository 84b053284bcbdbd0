import { expect, test } from "vitest";
import { searchKey } from "@/lib/areas/search-key";
import { expectOriginal } from "@/prisma/reference/original-tables";
import { readReference } from "@/prisma/reference/read";
import { districtName, districts, leps, memberships } from "@/prisma/reference/tables";

const lepName = (id: string) => leps.find((lep) => lep.id === id)?.name ?? "";

test("districts of 2019", () => {
  const lines = districts.map(({ details, ...district }) => ({
    lad19_code: district.id,
    lad19_name: district.name,
    type: district.type,
    region: district.region,
    county: district.county ?? "",
    lad21_code: district.code2021,
    lad21_name: district.name2021,
    lad23_code: district.code2023,
    lad23_name: district.name2023,
    population_mid2019: district.population,
    share_major_town_or_city: details.shares.majorTownOrCity,
    share_other_urban: details.shares.otherUrban,
    share_rural_town_and_fringe: details.shares.ruralTownAndFringe,
    share_village_and_dispersed: details.shares.villageAndDispersed,
    share_rural: details.shares.rural,
    rural_class_computed: district.ruralClass,
    share_coastal_msoas: details.shares.coastal,
    coast: district.coast,
    hex_q: details.tileQ,
    hex_r: details.tileR,
  }));
  const shares = Object.keys(lines[0] ?? {}).filter((column) => column.startsWith("share_"));
  expectOriginal("districts_2019.csv", lines, ["population_mid2019", "hex_q", "hex_r", ...shares]);
});

test("317 districts, and the 56,286,961 people of England", () => {
  expect(districts).toHaveLength(317);
  expect(new Set(districts.map(({ slug }) => slug)).size).toBe(317);
  expect(districts.filter(({ slug }) => !/^[a-z]+(-[a-z]+)*$/.test(slug))).toEqual([]);
  expect(districts.reduce((sum, { population }) => sum + population, 0)).toBe(56_286_961);
});

test("NUTS3 areas", () => {
  const lines = districts.map(({ id, name, nuts3, nuts3Name, details }) => ({
    lad19_code: id,
    lad19_name: name,
    nuts3_code: nuts3,
    nuts3_name: nuts3Name,
    note: details.nuts3Note ?? "",
  }));
  expectOriginal("district_nuts3.csv", lines);
});

test("which LEPs a district was in, in April 2017 and in April 2021", () => {
  const inLeps = memberships.filter(({ vintage }) => vintage !== "2019");
  const pairs = new Map(inLeps.map(({ bodyId, districtId }) => [bodyId + districtId, { bodyId, districtId }]));
  expect(pairs.size).toBe(352);
  const lines = [...pairs.values()].map(({ bodyId, districtId }) => {
    const rows = inLeps.filter((row) => row.bodyId === bodyId && row.districtId === districtId);
    const in2017 = rows.find(({ vintage }) => vintage === "2017");
    return {
      lad19_code: districtId,
      lad19_name: districtName(districtId),
      lep_id: bodyId,
      lep_name: lepName(bodyId),
      relation_2017: in2017?.relation ?? "",
      share_of_district_population_2017: in2017?.share ?? null,
      in_lep_april_2017: in2017 ? "Y" : "N",
      in_lep_april_2021: rows.some(({ vintage }) => vintage === "2021") ? "Y" : "N",
    };
  });
  expectOriginal("district_lep.csv", lines, ["share_of_district_population_2017"]);
});

test("the districts of 2021 in the LEPs of 2021, seven of them in two", () => {
  const in2021 = memberships.filter(({ vintage }) => vintage === "2021");
  const pairs = in2021.map(({ bodyId, districtId }) => {
    const district = districts.find(({ id }) => id === districtId);
    return {
      lad21_code: district?.code2021 ?? "",
      lad21_name: district?.details.officialName2021 ?? district?.name2021 ?? "",
      lep_id: bodyId,
      ons_lep_name_2021: leps.find(({ id }) => id === bodyId)?.details.onsNames[2021] ?? "",
    };
  });
  expectOriginal("district2021_lep2021.csv", [
    ...new Map(pairs.map((pair) => [pair.lad21_code + pair.lep_id, pair])).values(),
  ]);
  const perDistrict = districts.map(({ id }) =>
    in2021.filter(({ districtId }) => districtId === id).map(({ relation }) => relation),
  );
  expect(perDistrict.filter((relations) => relations.join() === "dual,dual")).toHaveLength(7);
  expect(perDistrict.filter((relations) => relations.join() === "sole")).toHaveLength(317 - 7);
});

test("5,753 places, each with something to look it up by", () => {
  const places = readReference<{ name: string; districtId: string }>("places");
  expect(places).toHaveLength(5753);
  const lines = places.map(({ name, districtId }) => ({
    place_name: name,
    lad19_code: districtId,
    lad19_name: districtName(districtId),
  }));
  expectOriginal("places_to_districts.csv", lines);
  expect(places.filter(({ name }) => !/^[a-z]+( [a-z]+)*$/.test(searchKey(name)))).toEqual([]);
});
