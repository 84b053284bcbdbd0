import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findPhrase, normaliseSpans, splitAtSpans } from "@/lib/text-spans";

const spans = fc.array(
  fc.tuple(fc.nat(40), fc.nat(40)).map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)]),
);

test("law: normalised spans are in order, apart, inside the text, and cover the same places", () => {
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

test("segments mark what the spans cover", () => {
  expect(splitAtSpans("Ask Jo at the depot", [[4, 6]])).toEqual([
    { text: "Ask ", from: 0, isMarked: false },
    { text: "Jo", from: 4, isMarked: true },
    { text: " at the depot", from: 6, isMarked: false },
  ]);
});

test("law: joined, the segments of a text are the text again", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), spans, (text, marked) => {
      const segments = splitAtSpans(text, marked);
      expect(segments.map((segment) => segment.text).join("")).toBe(text);
      for (const segment of segments) expect(text.startsWith(segment.text, segment.from)).toBe(true);
    }),
  );
});

describe("finding a phrase", () => {
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
