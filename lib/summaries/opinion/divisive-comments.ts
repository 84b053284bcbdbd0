import { benjaminiHochberg } from "./benjamini-hochberg";
import { falseDiscovery, mostShown } from "./consensus";
import type { GroupTallies, Tally } from "./group-tallies";
import { normalTail, smoothedShare, twoProportionTest } from "./proportion-tests";
import { fewestSeen, type Share, shareOf } from "./rounded-share";

/** A comment that divides the groups, with each group's share, in the groups' order. */
export type Divisive = { comment: string; gap: number; shares: Share[] };

type Pair = { agree: Tally; other: Tally };

/**
 * What divides the groups: more than half of one agree, less than half of another, and the difference holds. Its p is
 * the two-sided two-proportion test of the two groups furthest apart, times the number of pairs they were picked from
 * (Bonferroni); over all comments, Benjamini–Hochberg at a false discovery rate of 10%.
 * @returns at most five, the widest gap first; none without groups
 */
export function findDivisiveComments({ comments, groups }: GroupTallies): Divisive[] {
  if (groups.length < 2) return [];
  const pairs = (groups.length * (groups.length - 1)) / 2;
  const tests = comments.map((comment, c) => {
    const tallies = groups.map((group) => group[c] as Tally);
    const { agree, other } = furthestApart(tallies);
    const z = twoProportionTest(agree.agrees, agree.seen, other.agrees, other.seen);
    return { comment, tallies, high: agreeing(agree), low: agreeing(other), p: Math.min(1, 2 * normalTail(z) * pairs) };
  });
  const believed = benjaminiHochberg(
    tests.map(({ p }) => p),
    falseDiscovery,
  );
  return tests
    .filter(({ high, low, tallies }, i) => {
      return believed[i] && high > 0.5 && low < 0.5 && tallies.every(({ seen }) => seen >= fewestSeen);
    })
    .map(({ comment, high, low, tallies }) => ({ comment, gap: high - low, shares: tallies.map(shareOf) }))
    .sort((a, b) => b.gap - a.gap)
    .slice(0, mostShown);
}

function furthestApart(tallies: Tally[]): Pair {
  const sorted = [...tallies].sort((a, b) => agreeing(b) - agreeing(a));
  return { agree: sorted[0] as Tally, other: sorted.at(-1) as Tally };
}

function agreeing({ agrees, seen }: Tally): number {
  return smoothedShare(agrees, seen);
}
