import fc from "fast-check";
import { expect, test } from "vitest";
import { shareScale, stackSegments } from "@/components/charts/geometry";

test("segments of a stacked bar: none, zeros, one, many", () => {
  expect(stackSegments([])).toEqual([]);
  expect(stackSegments([0, 0, 0])).toEqual([0, 0, 0].map(() => ({ start: 0, width: 0 })));
  expect(stackSegments([0, 7, 0])).toEqual([
    { start: 0, width: 0 },
    { start: 0, width: 100 },
    { start: 100, width: 0 },
  ]);
  expect(stackSegments([5, 3, 2])).toEqual([
    { start: 0, width: 50 },
    { start: 50, width: 30 },
    { start: 80, width: 20 },
  ]);
});

test("segments follow each other without a gap, are in proportion, and fill the bar", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(100_000), { minLength: 1, maxLength: 6 }), (parts) => {
      const all = parts.reduce((a, b) => a + b, 0);
      let end = 0;
      for (const [i, { start, width }] of stackSegments(parts).entries()) {
        expect(start).toBeCloseTo(end, 1);
        expect(width).toBeCloseTo(all === 0 ? 0 : ((parts[i] as number) / all) * 100, 1);
        end = start + width;
      }
      expect(end).toBeCloseTo(all === 0 ? 0 : 100, 1);
    }),
  );
});

test("a scale of shares starts at 0, ends at a round value, and holds every share", () => {
  expect(shareScale([]).ticks).toEqual([0, 2, 4, 6, 8, 10]);
  expect(shareScale([0]).position(0)).toBe(0);
  const scale = shareScale([3, 60]);
  expect(scale.ticks).toEqual([0, 20, 40, 60]);
  expect([0, 30, 60].map(scale.position)).toEqual([0, 50, 100]);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1 }), (shares) => {
      const { position, ticks } = shareScale(shares);
      for (const share of [...shares, ...ticks]) {
        expect(position(share)).toBeGreaterThanOrEqual(0);
        expect(position(share)).toBeLessThanOrEqual(100);
      }
      expect(ticks[0]).toBe(0);
      expect(ticks.length).toBeGreaterThan(2);
    }),
  );
});
