import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import credits from "@/prisma/reference/credits.json" with { type: "json" };
import { originals } from "@/prisma/reference/original-tables";
import { readReference } from "@/prisma/reference/read";

type Row = Record<string, unknown>;
const here = new URL("./", import.meta.url);
const credited = new Set(credits.datasets.flatMap(({ files }) => files));
const names = [...credited, "body-kinds.json", "strategy-kinds.json"];
const ids = (name: string) => readReference<{ id: string }>(name).map(({ id }) => id);

test("each of the 27 originals is compared in a test", () => {
  expect(originals).toHaveLength(27);
  const tests = readdirSync(here).filter((name) => name.endsWith(".test.ts"));
  const text = tests.map((name) => readFileSync(new URL(name, here), "utf8")).join("");
  expect(originals.filter((name) => !text.includes(`"${name}"`))).toEqual([]);
});

test.each(names)("%s: one record a line, all with the same fields", (name) => {
  const rows = readReference<Row>(name.replace(".json", ""));
  expect(new Set(rows.map((row) => Object.keys(row).join())).size).toBe(1);
  expect(readFileSync(new URL(name, here), "utf8")).toBe(
    `[\n${rows.map((row) => JSON.stringify(row)).join(",\n")}\n]\n`,
  );
});

test.each([
  ["bodies", "kindId", "body-kinds"],
  ["body-districts", "bodyId", "bodies"],
  ["body-districts", "districtId", "districts"],
  ["places", "districtId", "districts"],
  ["themes", "parentId", "themes"],
  ["sectors", "partOf", "sectors"],
  ["strategies", "kindId", "strategy-kinds"],
  ["strategies", "leadBodyId", "bodies"],
  ["strategy-bodies", "strategyId", "strategies"],
  ["strategy-bodies", "bodyId", "bodies"],
  ["strategy-districts", "strategyId", "strategies"],
  ["strategy-districts", "districtId", "districts"],
  ["strategy-districts", "viaBodies", "bodies"],
  ["strategy-districts", "alsoInMayoralCa", "bodies"],
  ["consultation-evidence", "strategyId", "strategies"],
  ["median-pay", "districtId", "districts"],
  ["social-mobility-ranks", "districtId", "districts"],
  ["funding-awards", "bodyId", "bodies"],
  ["funding-awards", "lepIds", "bodies"],
  ["programmes", "strategyId", "strategies"],
  ["programmes", "districtIds", "districts"],
  ["boards", "bodyIds", "bodies"],
])("%s.%s refers to %s", (from, field, to) => {
  const known = new Set<unknown>(ids(to));
  const referencedIds = readReference<Row>(from).flatMap((row) => row[field] ?? []);
  expect(referencedIds.filter((id) => !known.has(id))).toEqual([]);
});

test.each(["body-kinds", "bodies", "districts", "sectors", "themes", "unions", "tuc-regions", "strategies"])(
  "ids of %s are unique",
  (name) => {
    expect(new Set(ids(name)).size).toBe(ids(name).length);
  },
);

test("the credits name every seeded file and have the attribution that the licences require", () => {
  const code = ["../seed/reference.ts", "work.ts"].map((name) => readFileSync(new URL(name, here), "utf8")).join("");
  const seeded = [...code.matchAll(/readReference(?:<[^(]*>)?\("([a-z-]+)"\)/g)].map(([, name]) => `${name}.json`);
  expect(seeded.sort()).toEqual([...names].sort());
  expect(credits.attribution.join(" ")).toBe(
    "Contains public sector information licensed under the Open Government Licence v3.0. " +
      "Source: Office for National Statistics (including Nomis); Department for Education repository for some extracts. " +
      "District names and successor codes: mySociety, CC BY 4.0. Hex layout: Open Innovations (ODI Leeds), MIT.",
  );
  for (const dataset of credits.datasets) expect(Object.values(dataset).every((value) => value.length > 0)).toBe(true);
});
