import { describe, expect, test } from "vitest";
import { whyCannotReopen, whyCannotTakeBack } from "@/lib/moderation/decisions/reversal.policy";
import { visitor } from "@/lib/people/person.policy";
import { CaseKind, CaseState, CommentState, ModerationAction } from "@/prisma/generated/enums";
import {
  decidedFacts,
  decidedWith,
  guards,
  people,
  reopeningGuards,
  takeBackGuards,
} from "@/scripts/test/moderation-table";

const rep = people["a rep of the area"] ?? visitor;
const published = decidedFacts;
const last = decidedWith;
const byAnother = last({ deciderId: "another" });

describe("taking back", () => {
  test("only the rep who took the last decision on this case may", () => {
    expect(whyCannotTakeBack(rep, published)).toBeNull();
    for (const [name, person] of Object.entries(people))
      expect([name, whyCannotTakeBack(person, published) === null]).toEqual([name, name === "a rep of the area"]);
    for (const facts of [byAnother, last({ isOfThisCase: false }), { ...published, last: null }])
      expect(whyCannotTakeBack(rep, facts)).toBe("Only the rep who made the last decision can undo it.");
  });

  test("for every action, kind and state: decisions about a comment, and not a second look", () => {
    const allowed = Object.values(ModerationAction).filter(
      (action) => whyCannotTakeBack(rep, last({ action })) === null,
    );
    expect(allowed.toSorted()).toEqual(["dismiss", "publish", "redact", "reject", "remove", "return", "uphold"]);
    for (const kind of Object.values(CaseKind))
      expect([kind, whyCannotTakeBack(rep, { ...published, kind })]).toEqual([
        kind,
        kind === "second_look" ? "You cannot undo this." : null,
      ]);
    for (const state of Object.values(CaseState))
      expect(whyCannotTakeBack(rep, { ...published, state }) === null).toBe(state === "decided");
    for (const commentState of Object.values(CommentState))
      expect([commentState, whyCannotTakeBack(rep, { ...published, commentState }) === null]).toEqual([
        commentState,
        commentState === "ready" || commentState === "published",
      ]);
  });

  test.each([
    ["an edition was made", { ...published, isInEdition: true }, "There has been an edition since"],
    ["its author sent another text", { ...published, isRevised: true }, "The comment has changed since"],
    ["its author has appealed", last({ isAppealed: true }), "The author has appealed"],
    ["it had a second look", last({ isReviewed: true }), "second look"],
  ])("not once %s", (_name, facts, message) => {
    expect(whyCannotTakeBack(rep, facts)).toContain(message);
  });
});

describe("opening a case again", () => {
  test("another rep of the area may, and not the one who decided", () => {
    expect(whyCannotReopen(rep, byAnother)).toBeNull();
    expect(whyCannotReopen(rep, { ...byAnother, isInEdition: true, commentState: "published" })).toBeNull();
    expect(whyCannotReopen(rep, published)).toBe("You made this decision, so another rep must reopen it.");
    for (const [name, person] of Object.entries(people))
      expect([name, whyCannotReopen(person, byAnother) === null]).toEqual([name, name === "a rep of the area"]);
  });

  test.each(Object.entries(guards).filter(([, facts]) => !("state" in facts)))("nobody when %s", (_name, facts) => {
    expect(whyCannotReopen(rep, { ...byAnother, ...facts })).not.toBeNull();
  });

  test("for every kind and state: what an appeal decided stays, and so does a case that waits or has lapsed", () => {
    for (const kind of Object.values(CaseKind))
      expect([kind, whyCannotReopen(rep, { ...byAnother, kind }) === null]).toEqual([
        kind,
        ["pre_moderation", "check", "report", "illegal"].includes(kind),
      ]);
    for (const state of Object.values(CaseState))
      expect(whyCannotReopen(rep, { ...byAnother, state }) === null).toBe(state === "decided");
    expect(whyCannotReopen(rep, { ...byAnother, hasOpenCase: true })).toContain("already waiting for a decision");
    expect(whyCannotReopen(rep, { ...byAnother, isRevised: true })).toContain("has changed since");
    expect(whyCannotReopen(rep, { ...byAnother, commentState: "withdrawn" })).toContain("has changed since");
    expect(whyCannotReopen(rep, last({ deciderId: "another", isOfThisCase: false }))).toContain("another decision");
    expect(whyCannotReopen(rep, { ...byAnother, last: null })).toContain("another decision");
  });
});

test.each(Object.entries(takeBackGuards))(
  "docs/moderation-table.md: nobody takes a decision back when %s",
  (_, facts) => {
    expect(whyCannotTakeBack(rep, decidedFacts)).toBeNull();
    expect(whyCannotTakeBack(rep, facts)).toEqual(expect.any(String));
  },
);

test.each(Object.entries(reopeningGuards))(
  "docs/moderation-table.md: nobody opens a case again when %s",
  (_, facts) => {
    expect(whyCannotReopen(rep, decidedWith({ deciderId: "another" }))).toBeNull();
    expect(whyCannotReopen(rep, facts)).toEqual(expect.any(String));
  },
);
