import { benjaminiHochberg } from "./benjamini-hochberg";
import { falseDiscoveryRate, maxShown } from "./consensus";
import type { GroupTallies, VoteTally } from "./group-tallies";
import { normalTail, smoothedShare, twoProportionTest } from "./proportion-tests";
import { minSeen, type Share, toShare } from "./rounded-share";

/** A comment that divides the groups. `shares`: by group; `gap`: between the highest and the lowest agreeing share. */
export type DivisiveComment = { comment: string; gap: number; shares: Share[] };

type Pair = { highest: VoteTally; lowest: VoteTally };

/**
 * Comments with which more than half of one group and less than half of another agree, with a significant difference:
 * the two-sided two-proportion test of the two groups furthest apart, corrected for the number of pairs (Bonferroni),
 * and Benjamini–Hochberg at a false discovery rate of 10% over all comments.
 * @returns at most five, the widest gap first; none without groups
 */
export function findDivisiveComments({ comments, groups }: GroupTallies): DivisiveComment[] {
  if (groups.length < 2) return [];
  const pairs = (groups.length * (groups.length - 1)) / 2;
  const tests = comments.map((comment, c) => {
    const tallies = groups.map((group) => group[c] as VoteTally);
    const { highest, lowest } = findWidestPair(tallies);
    const z = twoProportionTest(highest.agrees, highest.seen, lowest.agrees, lowest.seen);
    return {
      comment,
      tallies,
      high: agreeShare(highest),
      low: agreeShare(lowest),
      p: Math.min(1, 2 * normalTail(z) * pairs),
    };
  });
  const believed = benjaminiHochberg(
    tests.map(({ p }) => p),
    falseDiscoveryRate,
  );
  return tests
    .filter(({ high, low, tallies }, i) => {
      return believed[i] && high > 0.5 && low < 0.5 && tallies.every(({ seen }) => seen >= minSeen);
    })
    .map(({ comment, high, low, tallies }) => ({ comment, gap: high - low, shares: tallies.map(toShare) }))
    .sort((a, b) => b.gap - a.gap)
    .slice(0, maxShown);
}

function findWidestPair(tallies: VoteTally[]): Pair {
  const sorted = [...tallies].sort((a, b) => agreeShare(b) - agreeShare(a));
  return { highest: sorted[0] as VoteTally, lowest: sorted.at(-1) as VoteTally };
}

function agreeShare({ agrees, seen }: VoteTally): number {
  return smoothedShare(agrees, seen);
}
