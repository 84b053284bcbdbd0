import { expect, test } from "vitest";
import { countLabel, partOf } from "@/lib/numbers";

test("a count and what it counts", () => {
  expect([0, 1, 2, 1234].map((n) => countLabel(n, "reply", "replies"))).toEqual([
    ...["0 replies", "1 reply", "2 replies", "1,234 replies"],
  ]);
});

test("part of a total is never “1 of 1” or “7 of 7”", () => {
  expect([partOf(2, 5, "area"), partOf(5, 5, "area"), partOf(1, 1, "area"), partOf(0, 1, "area")]).toEqual([
    ...["2 of 5 areas", "all 5 areas", "the 1 area", "0 of 1 area"],
  ]);
  expect(partOf(7, 7, "kind of work", "kinds of work")).toBe("all 7 kinds of work");
});
