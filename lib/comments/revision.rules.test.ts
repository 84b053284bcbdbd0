import fc from "fast-check";
import { expect, test } from "vitest";
import { revisionWindow, splitAtSpans, whyCannotRevise } from "@/lib/comments/revision.rules";
import { CommentState } from "@/prisma/generated/enums";

test("what waits can be changed for an hour, what was returned at any time, nothing else", () => {
  const writtenAt = new Date("2026-03-02T10:00:00Z");
  const after = (ms: number) => new Date(writtenAt.getTime() + ms);
  for (const state of Object.values(CommentState)) {
    expect(whyCannotRevise({ state, writtenAt }, after(0)) === null).toBe(state === "held" || state === "returned");
    expect(whyCannotRevise({ state, writtenAt }, after(revisionWindow)) === null).toBe(state === "returned");
  }
});

test("pieces make the text again, whatever the places", () => {
  const anySpans = fc.array(
    fc.tuple(fc.nat(40), fc.nat(40)).map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)]),
  );
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 30 }), anySpans, (text, spans) => {
      expect(
        splitAtSpans(text, spans)
          .map((piece) => piece.text)
          .join(""),
      ).toBe(text);
    }),
  );
  expect(splitAtSpans("Ask Jo at the depot", [[4, 6]])).toEqual([
    { text: "Ask ", isMarked: false },
    { text: "Jo", isMarked: true },
    { text: " at the depot", isMarked: false },
  ]);
});
