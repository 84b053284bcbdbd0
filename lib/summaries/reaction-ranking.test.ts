import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evenness, sortBySupport } from "./reaction-ranking";
import { wilsonLowerBound } from "./wilson";

describe("Wilson's lower bound", () => {
  test("by hand", () => {
    // 8 of 10: z² = 3.841459. Middle 0.8 + 3.841459 / 20 = 0.992073. Under the root (0.16 + 0.0960365) / 10 =
    // 0.02560365, its root 0.1600114, times z 0.313617. (0.992073 − 0.313617) / 1.3841459 = 0.490162.
    expect(wilsonLowerBound(8, 10)).toBeCloseTo(0.490162, 5);
    // 4 of 4: the share's spread is 0; 1 / (1 + z² / 4) = 0.510109.
    expect(wilsonLowerBound(4, 4)).toBeCloseTo(1 / (1 + 3.841459 / 4), 6);
  });
  test("of no agreements, and of no reactions", () => {
    expect(wilsonLowerBound(0, 0)).toBe(0);
    expect(wilsonLowerBound(0, 50)).toBeCloseTo(0, 12);
  });
  test("lies between 0 and the share, and rises with each agreement", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(5000), (reacted, any) => {
        const agrees = any % (reacted + 1);
        const bound = wilsonLowerBound(agrees, reacted);
        expect(bound).toBeGreaterThanOrEqual(0);
        expect(bound).toBeLessThanOrEqual(agrees / reacted + 1e-12);
        expect(wilsonLowerBound(agrees + 1, reacted + 1)).toBeGreaterThan(bound);
      }),
    );
  });
});

test("95 of 100 outrank 5 of 5; ties are ordered by id", () => {
  const comments = [
    { id: "few", agrees: 5, disagrees: 0, passes: 0 },
    { id: "b", agrees: 0, disagrees: 0, passes: 0 },
    { id: "many", agrees: 95, disagrees: 3, passes: 2 },
    { id: "a", agrees: 0, disagrees: 0, passes: 0 },
  ];
  expect(sortBySupport(comments).map(({ id }) => id)).toEqual(["many", "few", "a", "b"]);
});

test("evenness, by hand", () => {
  expect(evenness({ agrees: 6, disagrees: 3, passes: 1 })).toBe(0.6); // 2 · 3 / 10
  expect(evenness({ agrees: 0, disagrees: 0, passes: 9 })).toBe(0);
});
