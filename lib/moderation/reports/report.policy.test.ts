import { describe, expect, test } from "vitest";
import { whyCannotReport } from "@/lib/moderation/reports/report.policy";
import { reportOutcome, shouldHoldAgain } from "@/lib/moderation/reports/report.rules";
import { reportInput } from "@/lib/moderation/reports/report.schema";
import { CaseState, CommentState, ModerationAction } from "@/prisma/generated/enums";

const now = new Date("2026-11-25T12:00:00Z");
const plain = {
  kind: "report",
  commentState: "published",
  isOwn: false,
  wasDecidedBefore: false,
  sanctions: [],
} as const;
const suspended = {
  kind: "suspension",
  endsAt: new Date("2026-11-26"),
  acknowledgedAt: null,
  liftedAt: null,
} as const;

describe("who may report", () => {
  test("anybody, but only published comments", () => {
    for (const commentState of Object.values(CommentState))
      for (const kind of ["report", "illegal"] as const)
        expect(whyCannotReport({ ...plain, kind, commentState }, now) === null).toBe(commentState === "published");
  });

  test("not the author, and not somebody whose report was decided", () => {
    expect(whyCannotReport({ ...plain, isOwn: true }, now)).toContain("You wrote this");
    expect(whyCannotReport({ ...plain, wasDecidedBefore: true }, now)).toContain("already");
  });

  test("a suspended participant may report only illegal content", () => {
    expect(whyCannotReport({ ...plain, sanctions: [suspended] }, now)).toContain("suspended you");
    expect(whyCannotReport({ ...plain, kind: "illegal", sanctions: [suspended] }, now)).toBeNull();
  });
});

test("a text is held once: not again after a decision or an expired hold", () => {
  expect(shouldHoldAgain([])).toBe(true);
  expect(shouldHoldAgain([{ heldUntil: now, state: "open" }])).toBe(false);
  expect(shouldHoldAgain([{ heldUntil: null, state: "decided" }])).toBe(false);
  expect(shouldHoldAgain([{ heldUntil: now, state: "decided" }])).toBe(false);
  expect(shouldHoldAgain([{ heldUntil: null, state: "lapsed" }])).toBe(true);
});

test("every outcome follows from case, action and state, and only an open case is pending", () => {
  for (const state of Object.values(CaseState))
    for (const action of [null, ...Object.values(ModerationAction)])
      for (const commentState of Object.values(CommentState)) {
        const outcome = reportOutcome({ state, action, commentState });
        expect(outcome === "pending").toBe(state === "open");
        if (state !== "open") expect(outcome === "removed").toBe(["removed", "rejected"].includes(commentState));
      }
  expect(reportOutcome({ state: "decided", action: "redact", commentState: "published" })).toBe("redacted");
  expect(reportOutcome({ state: "decided", action: "dismiss", commentState: "published" })).toBe("dismissed");
  expect(reportOutcome({ state: "lapsed", action: null, commentState: "withdrawn" })).toBe("lapsed");
});

describe("input", () => {
  const form = { comment: "abc", formId: null, details: "" };
  test("needs a reason from the list; details are optional, except for illegal content", () => {
    expect(reportInput.parse({ ...form, kind: "report", reason: "other" })).toMatchObject({ details: null });
    expect(reportInput.safeParse({ ...form, kind: "report", reason: "threat" }).success).toBe(false);
    expect(reportInput.safeParse({ ...form, kind: "illegal", reason: "threat" }).success).toBe(false);
    expect(reportInput.safeParse({ ...form, kind: "illegal", reason: "threat", details: "Why" }).success).toBe(true);
    expect(reportInput.safeParse({ ...form, kind: "report", reason: "other", details: "x".repeat(1001) }).success).toBe(
      false,
    );
    expect(reportInput.safeParse({ ...form, kind: "report", reason: "other", details: "a\0" }).success).toBe(false);
    expect(reportInput.safeParse({ ...form, kind: "hold", reason: "other" }).success).toBe(false);
  });
});
