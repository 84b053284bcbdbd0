import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  allowedSanctions,
  isPreModerated,
  type SanctionCaseFacts,
  whyCannotWrite,
} from "@/lib/moderation/sanctions/sanction.policy";
import { isInForce, sanctionActions, sanctionEnd } from "@/lib/moderation/sanctions/sanction.rules";
import { sanctionInput } from "@/lib/moderation/sanctions/sanction.schema";
import { visitor } from "@/lib/people/person.policy";
import { CaseKind, CommentSource, CommentState, SanctionKind } from "@/prisma/generated/enums";
import { baseFacts, guards, people } from "@/scripts/test/moderation-table";

const facts: SanctionCaseFacts = {
  ...baseFacts,
  state: "decided",
  commentState: "rejected",
  isRedacted: false,
  source: "participant",
  mode: "before",
  isSanctioned: false,
};
const rep = people["a rep of the area"] ?? visitor;

describe("who may impose which sanction", () => {
  test("only a rep of the area", () => {
    for (const [name, person] of Object.entries(people))
      expect(allowedSanctions(person, facts)).toEqual(name === "a rep of the area" ? ["warning", "suspension"] : []);
    expect(allowedSanctions(rep, { ...facts, mode: "after" })).toEqual(Object.values(SanctionKind));
  });

  test("in every kind of case and state: only with a first decision, only for a comment found at fault", () => {
    for (const kind of Object.values(CaseKind))
      for (const commentState of Object.values(CommentState))
        for (const isRedacted of [false, true]) {
          const isFirst = !["appeal", "sanction_appeal", "second_look"].includes(kind);
          const isAtFault =
            ["rejected", "removed"].includes(commentState) ||
            (["ready", "published"].includes(commentState) && isRedacted);
          const allowed = allowedSanctions(rep, { ...facts, kind, commentState, isRedacted }).length > 0;
          expect(allowed).toBe(isFirst && isAtFault);
        }
  });

  test.each(
    Object.entries(guards).filter(([name]) => !name.startsWith("it is decided") && !name.startsWith("it has lapsed")),
  )("not when %s", (_name, guard) => expect(allowedSanctions(rep, { ...facts, ...guard })).toEqual([]));

  test("not twice for one comment, and not for comments recorded at a meeting", () => {
    expect(allowedSanctions(rep, { ...facts, isSanctioned: true })).toEqual([]);
    for (const source of Object.values(CommentSource))
      expect(allowedSanctions(rep, { ...facts, source }).length > 0).toBe(source === "participant");
  });
});

const now = new Date("2026-11-25T12:00:00Z");
const date = fc.option(fc.date({ min: new Date("2026-01-01"), max: new Date("2027-12-31"), noInvalidDate: true }));
const anySanction = fc.record({
  kind: fc.constantFrom(...Object.values(SanctionKind)),
  endsAt: date,
  acknowledgedAt: date,
  liftedAt: date,
});

describe("sanctions in force", () => {
  test("a lifted one never is, one with an end is until its end, a warning until it is acknowledged", () => {
    fc.assert(
      fc.property(anySanction, (one) => {
        const holds = isInForce(one, now);
        if (one.liftedAt) return !holds;
        if (one.kind === "warning") return holds === (one.acknowledgedAt === null);
        return holds === (one.endsAt !== null && one.endsAt > now);
      }),
    );
  });

  test("only a warning or a suspension in force bars writing", () => {
    fc.assert(
      fc.property(fc.array(anySanction), (all) => {
        const holding = all.filter((one) => isInForce(one, now)).map(({ kind }) => kind);
        const isStopped = holding.includes("warning") || holding.includes("suspension");
        expect(whyCannotWrite(all, now) !== null).toBe(isStopped);
        expect(isPreModerated(all, now)).toBe(holding.includes("pre_moderation"));
      }),
    );
  });

  test("every kind has its own action, and every kind but a warning has an end", () => {
    expect(new Set(Object.values(sanctionActions)).size).toBe(Object.values(SanctionKind).length);
    expect(sanctionEnd("warning", 7, now)).toBeNull();
    expect(sanctionEnd("suspension", 7, now)).toEqual(new Date("2026-12-02T12:00:00Z"));
  });
});

test("input", () => {
  const form = { kind: "suspension", days: "7", reason: "insults", message: "" };
  expect(sanctionInput.parse(form)).toEqual({ kind: "suspension", days: 7, reason: "insults", message: null });
  for (const wrong of [
    { days: "400" },
    { reason: "" },
    { reason: "keeps-to-rules" },
    { kind: "ban" },
    { message: "a\0" },
  ])
    expect(sanctionInput.safeParse({ ...form, ...wrong }).success).toBe(false);
});
