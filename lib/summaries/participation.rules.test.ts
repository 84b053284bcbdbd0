import { expect, test } from "vitest";
import { participationText, unionMembersText } from "@/lib/summaries/participation.rules";

const places = (leps: number) => ({ leps: Array.from({ length: leps }, (_, i) => ({ id: String(i) })) }) as never;
const ofLep = (cells: unknown[] | null) =>
  participationText({ release: cells && ({ cells } as never), heardByLep: null, places: places(1) });
const ofStrategy = (people: (number | null)[], leps = people.length) => {
  const heardByLep = new Map(people.map((count, i) => [String(i), { number: 1, day: "2026-11-02", people: count }]));
  return participationText({ release: null, heardByLep, places: places(leps) });
};

test("people under a LEP come from its release, or are not given", () => {
  expect(ofLep(null)).toBe("No count of people yet");
  expect(ofLep([])).toBe("Too few people to show");
  expect(ofLep([["any", "all", "all", 1240]])).toBe("About 1,240 people");
});

test("people of a strategy add up over its LEPs, and LEPs that are not shown are counted", () => {
  expect(ofStrategy([], 3)).toBe("No count of people yet");
  expect(ofStrategy([null, null])).toBe("Too few people to show");
  expect(ofStrategy([40])).toBe("About 40 people");
  expect(ofStrategy([40, 25])).toBe("About 65 people under 2 LEPs");
  expect(ofStrategy([40, null], 3)).toBe("About 40 people under 1 LEP, and not shown for 2 more");
});

test("members for whom unions responded", () => {
  const response = (tookPart: number) => ({ tookPart }) as never;
  expect(unionMembersText({ items: [], more: false })).toBeNull();
  expect(unionMembersText({ items: [response(2480)], more: false })).toBe(
    "2,480 members took part in 1 union response",
  );
  expect(unionMembersText({ items: [response(1), response(2)], more: true })).toBe(
    "At least 3 members took part in 2 union responses or more",
  );
});
