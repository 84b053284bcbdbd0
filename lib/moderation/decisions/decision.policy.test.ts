import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { canPassOn, movesFor, whyNotDecide } from "@/lib/moderation/decisions/decision.policy";
import { visitor } from "@/lib/people/person.policy";
import { allowedRows, guards, people, plainFacts, tableText } from "@/scripts/test/moderation-table";

const rep = people["a rep of the area"] ?? visitor;

test("docs/moderation-table.md says what the policy says", async () => {
  await expect(tableText()).toMatchFileSnapshot(join(process.cwd(), "docs", "moderation-table.md"));
});

test("nobody but a rep of the area is in it", () => {
  expect(new Set(allowedRows().flatMap(({ who }) => who))).toEqual(new Set(["a rep of the area"]));
});

describe("a rep of the area may do nothing when", () => {
  test.each(Object.entries(guards))("%s", (_name, facts) => {
    for (const { kind, from } of allowedRows()) {
      expect(movesFor(rep, { ...plainFacts, kind, commentState: from, ...facts })).toEqual([]);
    }
  });
});

test("what it is passed to, union, rep or area, decides", () => {
  expect(whyNotDecide(rep, { ...plainFacts, toUnionId: "the-union" })).toBeNull();
  expect(whyNotDecide(rep, { ...plainFacts, toAccountId: "somebody" })).toBeNull();
  const elsewhere = people["a rep of another area"] ?? visitor;
  expect(whyNotDecide(elsewhere, { ...plainFacts, areaId: "elsewhere" })).toBeNull();
  expect(whyNotDecide(elsewhere, plainFacts)).toBe("This case is with the reps of another area.");
});

test("passing on is for reps of the area that has it, while it is open", () => {
  expect(canPassOn(rep, plainFacts)).toBe(true);
  expect(canPassOn(rep, { ...plainFacts, state: "decided" })).toBe(false);
  for (const [name, person] of Object.entries(people)) {
    expect(canPassOn(person, plainFacts)).toBe(name === "a rep of the area");
  }
});
