import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findMove, maskSpans, reasonCodes, reasons } from "@/lib/moderation/rules";
import { CommentState, Deed } from "@/prisma/generated/enums";

/** The table of design.md section 7: state, deed, state after. All others are not allowed. */
const allowed = new Map([
  ["held publish", "published"],
  ["held return", "returned"],
  ["held reject", "rejected"],
  ["published redact", "published"],
  ["published remove", "removed"],
  ["published dismiss", "published"],
  ["rejected uphold", "published"],
  ["removed uphold", "published"],
  ["rejected dismiss", "rejected"],
  ["removed dismiss", "removed"],
]);

describe("every state × every deed", () => {
  for (const state of Object.values(CommentState)) {
    for (const deed of Object.values(Deed)) {
      test(`${state} ${deed}`, () => {
        expect(findMove(state, deed)?.to ?? null).toBe(allowed.get(`${state} ${deed}`) ?? null);
      });
    }
  }
});

test("every deed that takes words from readers needs a reason", () => {
  for (const [state, deed] of [
    ["held", "return"],
    ["held", "reject"],
    ["published", "redact"],
    ["published", "remove"],
  ] as const) {
    expect(findMove(state, deed)?.needsReason).toBe(true);
  }
});

test("every reason has a title and words for the author", () => {
  for (const code of reasonCodes) expect(reasons[code].title.length * reasons[code].words.length).toBeGreaterThan(0);
});

describe("masking", () => {
  test("takes out the spans, whatever their order, also where they overlap", () => {
    expect(
      maskSpans("Ask Maureen on 07700 900123 today", [
        [15, 27],
        [4, 11],
      ]),
    ).toBe("Ask [masked] on [masked] today");
    expect(
      maskSpans("abcdef", [
        [1, 4],
        [2, 5],
      ]),
    ).toBe("a[masked][masked]f");
    expect(maskSpans("abc", [])).toBe("abc");
  });

  test("law: no masked character is left where it was", () => {
    const spans = fc.array(
      fc.tuple(fc.nat(20), fc.nat(20)).map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b) + 1]),
    );
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("x"), minLength: 21, maxLength: 30 }), spans, (text, masks) => {
        const left = [...text].filter((_, at) => !masks.some(([from, to]) => at >= from && at < to)).length;
        expect(maskSpans(text, masks).replaceAll("[masked]", "").length).toBe(left);
      }),
    );
  });
});
