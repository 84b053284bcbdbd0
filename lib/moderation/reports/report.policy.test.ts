import { describe, expect, test } from "vitest";
import { whyNoFlag } from "@/lib/moderation/reports/report.policy";
import { isHeldFor, outcomeOf } from "@/lib/moderation/reports/report.rules";
import { flagInput } from "@/lib/moderation/reports/report.schema";
import { CaseState, CommentState, Deed } from "@/prisma/generated/enums";

const now = new Date("2026-11-25T12:00:00Z");
const plain = { kind: "flag", commentState: "published", isOwn: false, wasAnswered: false, sanctions: [] } as const;
const suspended = {
  kind: "suspension",
  endsAt: new Date("2026-11-26"),
  acknowledgedAt: null,
  liftedAt: null,
} as const;

describe("who may report", () => {
  test("anybody, of what is published, and of nothing else", () => {
    for (const commentState of Object.values(CommentState))
      for (const kind of ["flag", "illegal"] as const)
        expect(whyNoFlag({ ...plain, kind, commentState }, now) === null).toBe(commentState === "published");
  });

  test("not the author, and not who was answered", () => {
    expect(whyNoFlag({ ...plain, isOwn: true }, now)).toContain("You wrote this");
    expect(whyNoFlag({ ...plain, wasAnswered: true }, now)).toContain("before");
  });

  test("who is suspended may report only what is against the law", () => {
    expect(whyNoFlag({ ...plain, sanctions: [suspended] }, now)).toContain("suspended you");
    expect(whyNoFlag({ ...plain, kind: "illegal", sanctions: [suspended] }, now)).toBeNull();
  });
});

test("the same words are held once: not again after a rep, not again after its time", () => {
  expect(isHeldFor([])).toBe(true);
  expect(isHeldFor([{ heldUntil: now, state: "open" }])).toBe(false);
  expect(isHeldFor([{ heldUntil: null, state: "decided" }])).toBe(false);
  expect(isHeldFor([{ heldUntil: now, state: "decided" }])).toBe(false);
  expect(isHeldFor([{ heldUntil: null, state: "lapsed" }])).toBe(true);
});

test("every outcome follows from case, deed and state, and only an open case waits", () => {
  for (const state of Object.values(CaseState))
    for (const deed of [null, ...Object.values(Deed)])
      for (const commentState of Object.values(CommentState)) {
        const outcome = outcomeOf({ state, deed, commentState });
        expect(outcome === "waits").toBe(state === "open");
        if (state !== "open") expect(outcome === "removed").toBe(["removed", "rejected"].includes(commentState));
      }
  expect(outcomeOf({ state: "decided", deed: "redact", commentState: "published" })).toBe("masked");
  expect(outcomeOf({ state: "decided", deed: "dismiss", commentState: "published" })).toBe("kept");
  expect(outcomeOf({ state: "lapsed", deed: null, commentState: "withdrawn" })).toBe("over");
});

describe("what may be typed", () => {
  const form = { comment: "abc", formId: null, words: "" };
  test("a reason from the list; words may be left out of a report, and not of one of illegal content", () => {
    expect(flagInput.parse({ ...form, kind: "flag", reason: "other" })).toMatchObject({ words: null });
    expect(flagInput.safeParse({ ...form, kind: "flag", reason: "threat" }).success).toBe(false);
    expect(flagInput.safeParse({ ...form, kind: "illegal", reason: "threat" }).success).toBe(false);
    expect(flagInput.safeParse({ ...form, kind: "illegal", reason: "threat", words: "Why" }).success).toBe(true);
    expect(flagInput.safeParse({ ...form, kind: "flag", reason: "other", words: "x".repeat(1001) }).success).toBe(
      false,
    );
    expect(flagInput.safeParse({ ...form, kind: "flag", reason: "other", words: "a\0" }).success).toBe(false);
    expect(flagInput.safeParse({ ...form, kind: "hold", reason: "other" }).success).toBe(false);
  });
});
