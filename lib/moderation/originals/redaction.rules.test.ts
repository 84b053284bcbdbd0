import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { maskSpans } from "@/lib/moderation/originals/redaction.rules";

const spans = fc.array(
  fc.tuple(fc.nat(20), fc.nat(20)).map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b) + 1]),
);

describe("masking", () => {
  test("masks the spans in any order, also where they overlap", () => {
    expect(
      maskSpans("Ask Maureen on 07700 900123 today", [
        [15, 27],
        [4, 11],
      ]),
    ).toBe("Ask [masked] on [masked] today");
    expect(maskSpans("abc", [])).toBe("abc");
  });

  test("no masked character is left", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("x"), minLength: 21, maxLength: 30 }), spans, (text, masks) => {
        const left = [...text].filter((_, at) => !masks.some(([from, to]) => at >= from && at < to)).length;
        expect(maskSpans(text, masks).replaceAll("[masked]", "").length).toBe(left);
      }),
    );
  });
});
