import { benjaminiHochberg } from "./benjamini-hochberg";
import type { GroupTallies, VoteTally } from "./group-tallies";
import { normalTail, proportionTest, smoothedShare } from "./proportion-tests";
import { minSeen, type Share, toShare } from "./rounded-share";

/** For a comment, or against it. */
export type Side = "agree" | "disagree";

/** A comment on which people agree, or which they reject. `strength` is for ordering only and must not be published. */
export type AgreedComment = { comment: string; side: Side; share: Share; strength: number };

/** The expected share of false discoveries among the findings shown. */
export const falseDiscoveryRate = 0.1;

export const maxShown = 5;

export function countForSide(tally: VoteTally, side: Side): number {
  return side === "agree" ? tally.agrees : tally.disagrees;
}

/**
 * What people in all groups together agree on, or reject: the share p = (n + 1) / (seen + 2) is above a half and its z
 * above 1.2816 (one-sided, 10%), as in Polis; in addition, it is accepted by Benjamini–Hochberg at a false discovery
 * rate of 10% over all comments and both sides, which is never laxer and much stricter if few comments are decided.
 * @returns at most five, the greatest share first
 */
export function findConsensus({ comments, all }: GroupTallies): AgreedComment[] {
  const tests = comments.flatMap((comment, c) => testSides(comment, all[c] as VoteTally));
  const believed = benjaminiHochberg(
    tests.map(({ z }) => normalTail(z)),
    falseDiscoveryRate,
  );
  return tests
    .filter(({ tally, strength, z }, i) => believed[i] && strength > 0.5 && z > 1.2816 && tally.seen >= minSeen)
    .sort((a, b) => b.strength - a.strength || b.z - a.z)
    .map(({ comment, side, tally, strength }) => ({ comment, side, strength, share: toShare(tally) }))
    .filter(isMajorityAsShown)
    .slice(0, maxShown);
}

/**
 * What every group agrees on, or rejects: strength is the product over groups of (n + 1) / (seen + 2), so that a large
 * group alone does not decide; in each group the share must be above a half.
 * @returns at most five, the strongest first; none without groups
 */
export function findGroupAwareConsensus({ comments, all, groups }: GroupTallies): AgreedComment[] {
  if (groups.length === 0) return [];
  return comments
    .flatMap((comment, c) =>
      sides.map((side) => {
        const tallies = groups.map((group) => group[c] as VoteTally);
        const shares = tallies.map((tally) => smoothedShare(countForSide(tally, side), tally.seen));
        const shown = tallies.every(({ seen }) => seen >= minSeen) && shares.every((share) => share > 0.5);
        const strength = shares.reduce((product, share) => product * share, 1);
        return { comment, side, strength, shown, share: toShare(all[c] as VoteTally) };
      }),
    )
    .filter((point) => point.shown && isMajorityAsShown(point))
    .sort((a, b) => b.strength - a.strength)
    .slice(0, maxShown)
    .map(({ shown, ...agreed }) => agreed);
}

/** Rounded to 5, 52 per cent are 50: beside "most agree" that would read as a mistake. */
const isMajorityAsShown = ({ side, share }: Pick<AgreedComment, "side" | "share">) => share[side] > 50;

export const sides: readonly Side[] = ["agree", "disagree"];

function testSides(comment: string, tally: VoteTally) {
  return sides.map((side) => {
    const done = countForSide(tally, side);
    return {
      comment,
      side,
      tally,
      strength: smoothedShare(done, tally.seen),
      z: proportionTest(done, tally.seen),
    };
  });
}
