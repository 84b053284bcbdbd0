import { expect, test } from "vitest";
import { type Mandate, mandateFacts } from "@/lib/unions/responses/mandate.rules";

const mandate: Mandate = {
  covers: "Bus workers in the West Midlands",
  consulted: 4000,
  tookPart: 1212,
  method: "ballot",
  from: new Date("2026-01-05"),
  to: new Date("2026-01-30"),
  minority: "Some would rather see the money go to trams.",
};

test.each([
  [1212, "1,212 (30 in 100)"],
  [39, "39 (fewer than 1 in 100)"],
  [1112, "1,112 (28 in 100)"], // 27.8
  [3999, "3,999 (99 in 100)"],
  [4000, "4,000 (100 in 100)"],
])("%d of 4,000 is %s: participation is rounded to the nearest, and all is only all", (tookPart, expected) => {
  expect(Object.fromEntries(mandateFacts({ ...mandate, tookPart }))["How many took part"]).toBe(expected);
});
