import { describe, expect, test } from "vitest";
import { findMove, moves } from "@/lib/moderation/decisions/transition.rules";
import { CaseKind, CommentState, Deed } from "@/prisma/generated/enums";

describe("moves", () => {
  test("there is one move at most for a kind of case, a state and a deed", () => {
    const seen = moves.flatMap(({ kinds, from, deed }) => kinds.map((kind) => `${kind} ${from} ${deed}`));
    expect(new Set(seen).size).toBe(seen.length);
  });

  test("whatever takes words from readers, or keeps them from them, needs a reason", () => {
    for (const move of moves) {
      if (["return", "reject", "redact", "remove", "uphold", "lock"].includes(move.deed))
        expect(move.needsReason).toBe(true);
    }
  });

  test("no rep moves what its author holds or took back", () => {
    for (const kind of Object.values(CaseKind)) {
      for (const deed of Object.values(Deed)) {
        for (const from of [CommentState.withdrawn, CommentState.returned])
          expect(findMove(kind, from, deed)?.to ?? from).toBe(from);
      }
    }
  });
});
