import { createHmac } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { cellKey, mixKey, noiseAt, perturbedFigure, recordKey } from "./cell-key-noise";
import { standardParameters } from "./parameters";

test("a record key is the first 32 bits of HMAC-SHA256(secret, participant|strategy)", () => {
  const hex = createHmac("sha256", "secret").update("person|plan").digest("hex");
  expect(recordKey("secret", "person", "plan")).toBe(Number.parseInt(hex.slice(0, 8), 16));
  expect(recordKey("secret", "person", "other")).not.toBe(recordKey("secret", "person", "plan"));
});

// Tenths of 2³² are 429,496,729.6 wide: −2 ends below 429,496,729.6, −1 below 1,288,490,188.8, 0 below
// 3,006,477,107.2, +1 below 3,865,470,566.4.
test.each([
  [0, -2],
  [429_496_729, -2],
  [429_496_730, -1],
  [1_288_490_188, -1],
  [1_288_490_189, 0],
  [3_006_477_107, 0],
  [3_006_477_108, 1],
  [3_865_470_566, 1],
  [3_865_470_567, 2],
  [4_294_967_295, 2],
])("noise at %d is %d", (point, noise) => expect(noiseAt(point, standardParameters.noise)).toBe(noise));

test("a cell's key is the sum of its members' keys, mod 2³²", () => {
  expect(cellKey([])).toBe(0);
  expect(cellKey([4_294_967_295, 1])).toBe(0);
  expect(cellKey([4_294_967_295, 4_294_967_295, 5])).toBe(3);
});

test("mixing: the published values of MurmurHash3's finaliser", () => {
  expect(mixKey(0)).toBe(0);
  expect(mixKey(1)).toBe(0x514e28b7);
});

/** The keys of `count` people, the last one chosen so that the cell gets this noise. */
function people(count: number, noise: number): number[] {
  for (let last = 0; ; last++) {
    const keys = [...new Array(count - 1).fill(0).map((_, i) => i + 1), 1_000 + last];
    if (noiseAt(mixKey(cellKey(keys)), standardParameters.noise) === noise) return keys;
  }
}

test.each([
  [9, 2, null], // the true count is under 10, whatever the noise
  [10, -1, null], // 9
  [11, -2, null], // 9
  [10, 0, 10],
  [12, 0, 10],
  [11, 2, 15], // 13
  [14, -2, 10], // 12
  [17, 0, 15],
  [18, 0, 20],
  [19, -2, 15], // 17
  [20, 2, 20], // 22
  [21, 2, 25], // 23
])("%d people with noise %d show as %s", (count, noise, shown) => {
  expect(perturbedFigure(people(count, noise), standardParameters)).toBe(shown);
});

test("noise has the stated shares", () => {
  const counts = new Map<number, number>();
  for (let i = 0; i < 100_000; i++) {
    const noise = noiseAt(mixKey(i * 2_654_435), standardParameters.noise);
    counts.set(noise, (counts.get(noise) ?? 0) + 1);
  }
  for (const [noise, tenths] of standardParameters.noise)
    expect((counts.get(noise) ?? 0) / 10_000).toBeCloseTo(tenths, 0);
});

test("the same people give the same figure in any order, and never one under 10 or off a five", () => {
  const keys = fc.array(fc.integer({ min: 0, max: 2 ** 32 - 1 }), { maxLength: 60 });
  fc.assert(
    fc.property(keys, (people) => {
      const shown = perturbedFigure(people, standardParameters);
      expect(perturbedFigure(people.toReversed(), standardParameters)).toBe(shown);
      if (shown !== null)
        expect([shown >= 10, shown % 5, Math.abs(shown - people.length) <= 4]).toEqual([true, 0, true]);
    }),
  );
});
