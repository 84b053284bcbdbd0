import { expect, it } from "vitest";
import { poolReasons } from "@/lib/summaries/moderation.rules";

it("pools rare reasons and lists the frequent ones first", () => {
  const counts = [
    { code: "advert", count: 2 },
    { code: "off-topic", count: 5 },
    { code: "insults", count: 9 },
    { code: "not-lawful", count: 1 },
  ];
  const pooled = [
    { code: "insults", count: 9 },
    { code: "off-topic", count: 5 },
    { code: null, count: 3 },
  ];
  expect(poolReasons(counts)).toEqual(pooled);
  expect(poolReasons([])).toEqual([]);
});
