import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { commentPriority, drawCandidate } from "./comment-routing.rules";

const count = fc.nat(500);
const reactionCounts = fc.record({
  agrees: count,
  disagrees: count,
  passes: count,
  extremity: fc.double({ min: 0, max: 20, noNaN: true }),
});
const candidates = fc.uniqueArray(
  fc.record({
    id: fc.string({ minLength: 1, maxLength: 6 }),
    priority: fc.double({ min: 0.001, max: 100, noNaN: true }),
  }),
  { selector: ({ id }) => id, maxLength: 12 },
);
const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe("priority, by hand", () => {
  test("a comment that nobody saw", () => {
    // (1 − 1/2) · 1 · 1/2 = 1/4; · (1 + 8) = 9/4; squared 81/16.
    expect(commentPriority({ agrees: 0, disagrees: 0, passes: 0, extremity: 0 })).toBe(81 / 16);
  });
  test("3 agree, 1 disagrees, 1 passes, extremity 0.5", () => {
    // S = 5: (1 − 2/7) · 1.5 · 4/7 = 30/49; · (1 + 8/2) = 150/49; squared 22500/2401.
    expect(commentPriority({ agrees: 3, disagrees: 1, passes: 1, extremity: 0.5 })).toBeCloseTo(22500 / 2401, 12);
  });
  test("it is above 0, grows with extremity, and an agreement in place of a pass lifts it", () => {
    fc.assert(
      fc.property(reactionCounts, (counts) => {
        expect(commentPriority(counts)).toBeGreaterThan(0);
        expect(commentPriority({ ...counts, extremity: counts.extremity + 1 })).toBeGreaterThan(
          commentPriority(counts),
        );
        const agreed = { ...counts, agrees: counts.agrees + 1 };
        expect(commentPriority(agreed)).toBeGreaterThan(commentPriority({ ...counts, passes: counts.passes + 1 }));
      }),
    );
  });
  test("a new comment comes before any that was seen often and lies as far out", () => {
    fc.assert(
      fc.property(reactionCounts, (counts) => {
        fc.pre(counts.agrees + counts.disagrees + counts.passes >= 20);
        const fresh = { agrees: 0, disagrees: 0, passes: 0, extremity: counts.extremity };
        expect(commentPriority(fresh)).toBeGreaterThan(commentPriority(counts));
      }),
    );
  });
});

describe("drawing the next comment", () => {
  test("in proportion: over an even grid of numbers, each comes as often as its share, give or take one step", () => {
    fc.assert(
      fc.property(candidates, (all) => {
        fc.pre(all.length > 0);
        const steps = 2000;
        const drawn = new Map<string, number>();
        for (let i = 0; i < steps; i++) {
          const id = drawCandidate(all, (i + 0.5) / steps)?.id as string;
          drawn.set(id, (drawn.get(id) ?? 0) + 1);
        }
        const total = all.reduce((sum, { priority }) => sum + priority, 0);
        for (const { id, priority } of all) {
          expect(Math.abs((drawn.get(id) ?? 0) - (steps * priority) / total)).toBeLessThanOrEqual(1.001);
        }
      }),
      { numRuns: 50 },
    );
  });
  test("never one that was seen, and none only when all were", () => {
    fc.assert(
      fc.property(candidates, fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), random, (all, isSeen, draw) => {
        const seen = new Set(all.filter((_, i) => isSeen[i]).map(({ id }) => id));
        const next = drawCandidate(all, draw, seen);
        if (next) expect(seen.has(next.id)).toBe(false);
        expect(next === null).toBe(all.every(({ id }) => seen.has(id)));
      }),
    );
  });
});
