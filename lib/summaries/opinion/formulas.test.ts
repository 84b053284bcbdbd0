import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { adjustedRandIndex } from "./adjusted-rand-index";
import { benjaminiHochberg } from "./benjamini-hochberg";
import { findConsensus, findGroupAwareConsensus } from "./consensus";
import { compareToRest, findDefiningComments } from "./defining-comments";
import { findDivisiveComments } from "./divisive-comments";
import { normalTail, proportionTest, smoothedShare, twoProportionTest } from "./proportion-tests";
import { toShare } from "./rounded-share";
import { meanSilhouettes } from "./silhouette";

describe("adjusted Rand index, by hand", () => {
  test("six people", () => {
    // a: 000111, b: 001122. Together in both: {1,2} in 0/0, {5,6} in 1/2: 2 pairs. Pairs in a: 3 + 3 = 6; in b:
    // 1 + 1 + 1 = 3; of all: 15. Expected 6 · 3 / 15 = 1.2; most (6 + 3) / 2 = 4.5. (2 − 1.2) / (4.5 − 1.2) = 8/33.
    expect(adjustedRandIndex([0, 0, 0, 1, 1, 1], [0, 0, 1, 1, 2, 2])).toBeCloseTo(8 / 33, 12);
  });
  test("names of groups do not matter; crossed groups are worse than chance", () => {
    expect(adjustedRandIndex([0, 0, 1, 1], [1, 1, 0, 0])).toBe(1);
    // 0011 against 0101: together 0; 2 · 2 / 6 = 2/3; (0 − 2/3) / (2 − 2/3) = −1/2.
    expect(adjustedRandIndex([0, 0, 1, 1], [0, 1, 0, 1])).toBeCloseTo(-0.5, 12);
  });
  test("is symmetric, and never above 1", () => {
    const groups = fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(groups, (pairs) => {
        const [a, b] = [pairs.map(([x]) => x), pairs.map(([, y]) => y)];
        expect(adjustedRandIndex(a, b)).toBeCloseTo(adjustedRandIndex(b, a), 9);
        expect(adjustedRandIndex(a, b)).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });
});

describe("silhouette, by hand", () => {
  const line = Float64Array.from([0, 0, 1, 0, 4, 0, 5, 0]);
  test("four points on a line at 0, 1, 4, 5, in pairs", () => {
    // At 0: a = 1, b = (4 + 5) / 2 = 4.5, (4.5 − 1) / 4.5 = 7/9. At 1: a = 1, b = (3 + 4) / 2 = 3.5, 5/7. The other
    // two mirror them. Mean (7/9 + 5/7) / 2 = 47/63.
    const pairs = { k: 2, labels: Uint8Array.from([0, 0, 1, 1]) };
    // Alone, a point counts 0. The rest at 1: a = (3 + 4) / 2 = 3.5, b = 1, −5/7; at 4: a = (3 + 1) / 2 = 2, b = 4,
    // 1/2; at 5: a = (4 + 1) / 2 = 2.5, b = 5, 1/2. Mean (−5/7 + 1) / 4 = 1/14.
    const oneAlone = { k: 2, labels: Uint8Array.from([0, 1, 1, 1]) };
    const [first, second] = meanSilhouettes(line, [pairs, oneAlone]);
    expect(first).toBeCloseTo(47 / 63, 12);
    expect(second).toBeCloseTo(1 / 14, 12);
  });
  test("of one group is 0", () => {
    expect(meanSilhouettes(line, [{ k: 1, labels: new Uint8Array(4) }])).toEqual([0]);
  });
});

describe("proportions, by hand", () => {
  test("share and its test", () => {
    // 15 of 18: (15 + 1) / (18 + 2) = 0.8. 8 of 8: z = 2 √9 · (9/9 − ½) = 3. 7 of 15: 2 √16 · (8/16 − ½) = 0.
    expect(smoothedShare(15, 18)).toBe(0.8);
    expect(proportionTest(8, 8)).toBe(3);
    expect(proportionTest(7, 15)).toBe(0);
  });
  test("two proportions", () => {
    // 8 of 9 against 1 of 9; with 1 added 9/10 and 2/10; pooled 11/20; 0.7 / √(0.55 · 0.45 · 0.2) = 0.7 / √0.0495.
    expect(twoProportionTest(8, 9, 1, 9)).toBeCloseTo(0.7 / Math.sqrt(0.0495), 12);
    expect(twoProportionTest(9, 9, 9, 9)).toBe(0);
  });
  test("the normal tail: figures from tables", () => {
    expect(normalTail(0)).toBeCloseTo(0.5, 7);
    expect(normalTail(1.281552)).toBeCloseTo(0.1, 6);
    expect(normalTail(1.959964)).toBeCloseTo(0.025, 7);
    expect(normalTail(-1.644854)).toBeCloseTo(0.95, 6);
  });
});

describe("Benjamini–Hochberg, by hand", () => {
  test("accepts all up to the last under its line, even one above its own", () => {
    // Sorted .01 .06 .07 .3 against .025 .05 .075 .1: .06 misses its own line, .07 is under the third; .3 is not.
    expect(benjaminiHochberg([0.3, 0.01, 0.07, 0.06], 0.1)).toEqual([false, true, true, true]);
  });
  test("none, and no tests", () => {
    expect(benjaminiHochberg([0.2, 0.9], 0.1)).toEqual([false, false]);
    expect(benjaminiHochberg([], 0.1)).toEqual([]);
  });
  test("never accepts what a single test at the same rate would not", () => {
    const ps = fc.array(fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(ps, (values) => {
        benjaminiHochberg(values, 0.1).forEach((believed, i) => {
          if (believed) expect(values[i]).toBeLessThanOrEqual(0.1);
        });
      }),
    );
  });
});

describe("consensus, defining and divisive comments, by hand", () => {
  const tally = (agrees: number, disagrees: number, seen: number) => ({ agrees, disagrees, seen });
  // Two groups of 24 who both agree on "both" (23 of 24), and disagree on "split" (22 agree of 23; 1 agrees, 21 disagree).
  const groups = [
    [tally(23, 0, 24), tally(22, 1, 23), tally(12, 12, 24)],
    [tally(23, 1, 24), tally(1, 21, 23), tally(12, 12, 24)],
  ];
  const all = [tally(46, 1, 48), tally(23, 22, 46), tally(24, 24, 48)];
  const tallies = { comments: ["both", "split", "even"], all, groups };

  test("consensus", () => {
    // p = 47/50 = 0.94; z = 2 · 7 · (47/49 − ½) = 6.43. "split" and "even": z = 0 and about 0.14.
    expect(findConsensus(tallies)).toEqual([
      { comment: "both", side: "agree", strength: 0.94, share: { agree: 95, disagree: 5, reacted: 50 } },
    ]);
  });
  test("group-aware consensus is the product over groups", () => {
    // 24/26 · 24/26 = 144/169. "even": 13/26 is not above a half.
    const [first, ...rest] = findGroupAwareConsensus(tallies);
    expect(first?.comment).toBe("both");
    expect(first?.strength).toBeCloseTo(144 / 169, 12);
    expect(rest).toEqual([]);
  });
  test("what is shown as agreement of every group, or of most, is shown as more than half", () => {
    // 70% of all reject it, as most do in either group: no side of it may say that every group agrees
    const rejected = { comments: ["x"], all: [tally(28, 70, 100)], groups: [[tally(20, 28, 50)], [tally(8, 42, 50)]] };
    expect(findGroupAwareConsensus(rejected).map(({ side }) => side)).toEqual(["disagree"]);
    expect(findConsensus(rejected).map(({ side }) => side)).toEqual(["disagree"]);
    // a large group agrees, a small one does not
    const large = { comments: ["x"], all: [tally(90, 20, 110)], groups: [[tally(86, 4, 90)], [tally(4, 16, 20)]] };
    expect(findGroupAwareConsensus(large)).toEqual([]);
    // 51 of 100 in both groups would be "50% agree", and 52% of 4,000 passes every test of most
    const close = { comments: ["x"], all: [tally(102, 98, 200)], groups: [[tally(51, 49, 100)], [tally(51, 49, 100)]] };
    expect(findGroupAwareConsensus(close)).toEqual([]);
    expect(findConsensus({ comments: ["x"], all: [tally(2080, 1920, 4000)], groups: [] })).toEqual([]);
  });
  test("defining comments", () => {
    const difference = compareToRest(tally(22, 1, 23), tally(1, 21, 23), "agree");
    expect(difference.p).toBeCloseTo(23 / 25, 12);
    expect(difference.ratio).toBeCloseTo(23 / 2, 12); // (23/25) / (2/25)
    expect(difference.z).toBeCloseTo(2 * Math.sqrt(24) * (23 / 24 - 0.5), 12);
    // 23/24 against 2/24; pooled 25/48.
    expect(difference.zRatio).toBeCloseTo(21 / 24 / Math.sqrt((25 / 48) * (23 / 48) * (2 / 24)), 12);
    expect(findDefiningComments(tallies).map((own) => own.map(({ comment, side }) => [comment, side]))).toEqual([
      [["split", "agree"]],
      [["split", "disagree"]],
    ]);
  });
  test("divisive comments", () => {
    // 23/25 − 2/25.
    const [only, ...rest] = findDivisiveComments(tallies);
    expect(only?.comment).toBe("split");
    expect(only?.gap).toBeCloseTo(21 / 25, 12);
    expect(rest).toEqual([]);
  });
  test("nothing is published where fewer than ten saw a comment", () => {
    const few = { comments: ["x"], all: [tally(18, 0, 18)], groups: [[tally(9, 0, 9)], [tally(9, 0, 9)]] };
    expect(findGroupAwareConsensus(few)).toEqual([]);
    expect(findDivisiveComments(few)).toEqual([]);
    expect(findDefiningComments(few)).toEqual([[], []]);
  });
  test("shares and counts are rounded to five", () => {
    expect(toShare(tally(29, 3, 42))).toEqual({ agree: 70, disagree: 5, reacted: 40 }); // 69.05%, 7.14%
  });
});
