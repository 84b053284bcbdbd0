import { describe, expect, test } from "vitest";
import { findTransition, transitions } from "@/lib/moderation/decisions/transition.rules";
import { CaseKind, CommentState, ModerationAction } from "@/prisma/generated/enums";

describe("transitions", () => {
  test("there is at most one transition for a kind of case, a state and an action", () => {
    const seen = transitions.flatMap(({ kinds, from, action }) => kinds.map((kind) => `${kind} ${from} ${action}`));
    expect(new Set(seen).size).toBe(seen.length);
  });

  test("actions that hide text, lock a thread or overrule a colleague need a reason", () => {
    for (const transition of transitions) {
      if (["return", "reject", "redact", "remove", "uphold", "lock"].includes(transition.action))
        expect(transition.needsReason).toBe(true);
    }
  });

  test("no rep changes a comment that was returned to its author or withdrawn", () => {
    for (const kind of Object.values(CaseKind)) {
      for (const action of Object.values(ModerationAction)) {
        for (const from of [CommentState.withdrawn, CommentState.returned])
          expect(findTransition(kind, from, action)?.to ?? from).toBe(from);
      }
    }
  });
});
