import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findPhrase, maskSpans, normaliseSpans, splitAtSpans } from "@/lib/moderation/originals/redaction.rules";

const spans = fc.array(
  fc.tuple(fc.nat(20), fc.nat(20)).map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b) + 1]),
);

describe("masking", () => {
  test("takes out the spans, whatever their order, also where they overlap", () => {
    expect(
      maskSpans("Ask Maureen on 07700 900123 today", [
        [15, 27],
        [4, 11],
      ]),
    ).toBe("Ask [masked] on [masked] today");
    expect(maskSpans("abc", [])).toBe("abc");
  });

  test("law: no masked character is left where it was", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("x"), minLength: 21, maxLength: 30 }), spans, (text, masks) => {
        const left = [...text].filter((_, at) => !masks.some(([from, to]) => at >= from && at < to)).length;
        expect(maskSpans(text, masks).replaceAll("[masked]", "").length).toBe(left);
      }),
    );
  });
});

test("law: tidy spans are in order, apart, inside the text, and cover the same places", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 18 }), spans, (text, marked) => {
      const normalised = normaliseSpans(text, marked);
      for (const [at, [from, to]] of normalised.entries()) {
        expect(from).toBeLessThan(to);
        expect(to).toBeLessThanOrEqual(text.length);
        if (at > 0) expect(from).toBeGreaterThan(normalised[at - 1]?.[1] ?? 0);
      }
      const covers = (some: readonly (readonly [number, number])[]) =>
        [...Array(text.length).keys()].filter((at) => some.some(([from, to]) => at >= from && at < to));
      expect(covers(normalised)).toEqual(covers(marked));
    }),
  );
});

test("law: a text cut at its spans is whole again when joined", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), spans, (text, marked) => {
      const parts = splitAtSpans(text, marked);
      expect(parts.map((part) => part.text).join("")).toBe(text);
      for (const part of parts) expect(text.startsWith(part.text, part.from)).toBe(true);
    }),
  );
});

describe("finding typed words", () => {
  const text = "Ask Ann about the annual plan. ANN knows.\nCall 07700  900123.";
  test.each([
    [
      "ann",
      [
        [4, 7],
        [31, 34],
      ],
    ],
    ["07700 900123", [[47, 60]]],
    ["annual plan.", [[18, 30]]],
    ["Bob", []],
    ["  ", []],
    ["(", []],
  ])("%j", (phrase, found) => expect(findPhrase(text, phrase)).toEqual(found));
});
