import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { allowedTransitions, canReassign, whyCannotDecide } from "@/lib/moderation/decisions/decision.policy";
import { visitor } from "@/lib/people/person.policy";
import { allowedRows, baseFacts, guards, people, renderModerationTable } from "@/scripts/test/moderation-table";

const rep = people["a rep of the area"] ?? visitor;

test("docs/moderation-table.md matches the policy", async () => {
  await expect(renderModerationTable()).toMatchFileSnapshot(join(process.cwd(), "docs", "moderation-table.md"));
});

test("only reps of the area are in the table", () => {
  expect(new Set(allowedRows().flatMap(({ roles }) => roles))).toEqual(new Set(["a rep of the area"]));
});

describe("a rep of the area may do nothing when", () => {
  test.each(Object.entries(guards))("%s", (_name, facts) => {
    for (const { kind, from } of allowedRows()) {
      expect(allowedTransitions(rep, { ...baseFacts, kind, commentState: from, ...facts })).toEqual([]);
    }
  });
});

test("the union, rep or area to which a case is assigned decides it", () => {
  expect(whyCannotDecide(rep, { ...baseFacts, assignedUnionId: "the-union" })).toBeNull();
  expect(whyCannotDecide(rep, { ...baseFacts, assignedAccountId: "somebody" })).toBeNull();
  const elsewhere = people["a rep of another area"] ?? visitor;
  expect(whyCannotDecide(elsewhere, { ...baseFacts, areaId: "elsewhere" })).toBeNull();
  expect(whyCannotDecide(elsewhere, baseFacts)).toBe("This case is with reps of another area.");
});

test("only reps of the area that has an open case can reassign it", () => {
  expect(canReassign(rep, baseFacts)).toBe(true);
  expect(canReassign(rep, { ...baseFacts, state: "decided" })).toBe(false);
  for (const [name, person] of Object.entries(people)) {
    expect(canReassign(person, baseFacts)).toBe(name === "a rep of the area");
  }
});
