import { benjaminiHochberg } from "./benjamini-hochberg";
import type { GroupTallies, Tally } from "./group-tallies";
import { normalTail, proportionTest, smoothedShare } from "./proportion-tests";
import { fewestSeen, type Share, shareOf } from "./rounded-share";

/** What is decided together, or within a group: for a comment or against it. */
export type Side = "agree" | "disagree";

/** A comment on which people are of one mind. `strength` orders them, and is no figure to show. */
export type Agreed = { comment: string; side: Side; share: Share; strength: number };

/** The share of false findings that is accepted among those shown. */
export const falseDiscovery = 0.1;

export const mostShown = 5;

/** How many did, for a side. */
export function doneOf(tally: Tally, side: Side): number {
  return side === "agree" ? tally.agrees : tally.disagrees;
}

/**
 * What people agree on, or reject, whatever their group: share p = (n + 1) / (seen + 2) above a half, and its z above
 * 1.2816 (one side, 10%), as Polis has it, and then only what Benjamini–Hochberg lets stand at a false discovery rate of
 * 10% over all comments and both sides. That rate is never laxer than z > 1.2816, and far stricter when most comments
 * decide nothing.
 * @returns at most five, the clearest first
 */
export function findConsensus({ comments, all }: GroupTallies): Agreed[] {
  const tests = comments.flatMap((comment, c) => sidesOf(comment, all[c] as Tally));
  const believed = benjaminiHochberg(
    tests.map(({ z }) => normalTail(z)),
    falseDiscovery,
  );
  return tests
    .filter(({ tally, strength, z }, i) => believed[i] && strength > 0.5 && z > 1.2816 && tally.seen >= fewestSeen)
    .sort((a, b) => b.strength - a.strength || b.z - a.z)
    .slice(0, mostShown)
    .map(({ comment, side, tally, strength }) => ({ comment, side, strength, share: shareOf(tally) }));
}

/**
 * What every group agrees on, or rejects: strength is the product over groups of (n + 1) / (seen + 2), so that no large
 * group can carry a point alone; each group's own share must be above a half.
 * @returns at most five, the strongest first; none without groups
 */
export function findGroupAwareConsensus({ comments, all, groups }: GroupTallies): Agreed[] {
  if (groups.length === 0) return [];
  return comments
    .flatMap((comment, c) =>
      sides.map((side) => {
        const tallies = groups.map((group) => group[c] as Tally);
        const shares = tallies.map((tally) => smoothedShare(doneOf(tally, side), tally.seen));
        const shown = tallies.every(({ seen }) => seen >= fewestSeen) && shares.every((share) => share > 0.5);
        const strength = shares.reduce((product, share) => product * share, 1);
        return { comment, side, strength, shown, share: shareOf(all[c] as Tally) };
      }),
    )
    .filter(({ shown }) => shown)
    .sort((a, b) => b.strength - a.strength)
    .slice(0, mostShown)
    .map(({ shown, ...agreed }) => agreed);
}

export const sides: readonly Side[] = ["agree", "disagree"];

function sidesOf(comment: string, tally: Tally) {
  return sides.map((side) => {
    const done = doneOf(tally, side);
    return {
      comment,
      side,
      tally,
      strength: smoothedShare(done, tally.seen),
      z: proportionTest(done, tally.seen),
    };
  });
}
