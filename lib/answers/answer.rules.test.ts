import { expect, test } from "vitest";
import { answerDeadline, answerValues } from "@/lib/answers/answer.rules";
import { answerInput } from "@/lib/answers/answer.schema";

const closes = new Date("2026-03-02T23:59:59Z");
const due = new Date("2026-05-25T22:59:59Z"); // the end of the day in London 12 weeks later, after the clocks went forward

test.each([
  ["before it closes", "2026-03-01", "open", 0],
  ["the moment it closes", "2026-03-02T23:59:59Z", "running", 12],
  ["a day before it is due", "2026-05-24", "running", 1],
  ["the moment it is due", "2026-05-25T22:59:59Z", "running", 0],
  ["a day later", "2026-05-26", "over", 1],
  ["three weeks later", "2026-06-15T22:59:59Z", "over", 3],
])("the deadline %s", (_, now, state, weeks) => {
  expect(answerDeadline(closes, false, new Date(now))).toEqual({ state, weeks, dueAt: due });
});

test("there is no deadline without a closing day, and it ends when the answers are complete", () => {
  expect(answerDeadline(null, false, closes)).toEqual({ state: "open", weeks: 0, dueAt: null });
  expect(answerDeadline(closes, true, new Date("2027-01-01")).state).toBe("complete");
});

test("an accepted answer needs what changed", () => {
  const answer = { why: "We heard you.", changed: "", paragraph: "" };
  expect(answerInput.safeParse({ ...answer, decision: "rejected" }).success).toBe(true);
  expect(answerInput.safeParse({ ...answer, decision: "already_included" }).success).toBe(true);
  for (const decision of ["accepted", "partly_accepted"]) {
    expect(answerInput.safeParse({ ...answer, decision }).success).toBe(false);
    expect(answerInput.safeParse({ ...answer, decision, changed: "A bus at five." }).success).toBe(true);
  }
  expect(answerInput.safeParse({ ...answer, decision: "maybe" }).success).toBe(false);
  expect(answerInput.safeParse({ ...answer, decision: "rejected", why: "  " }).success).toBe(false);
});

test("a revision that is saved as its form shows it stays the same", () => {
  const accepted = { decision: "accepted", why: "We heard you.", changed: "A bus at five.", paragraph: "p1" } as const;
  const rejected = { decision: "rejected", why: "No money.", changed: null, paragraph: null } as const;
  for (const revision of [accepted, rejected]) expect(answerInput.parse(answerValues(revision))).toEqual(revision);
});
