import { benjaminiHochberg } from "./benjamini-hochberg";
import { type AgreedComment, countForSide, falseDiscoveryRate, maxShown, type Side, sides } from "./consensus";
import { type GroupTallies, subtractTally, type VoteTally } from "./group-tallies";
import { normalTail, proportionTest, smoothedShare, twoProportionTest } from "./proportion-tests";
import { minSeen, toShare } from "./rounded-share";

/** How a group differs from the rest on one comment and side, by Polis' formulas. */
export type GroupDifference = { p: number; z: number; ratio: number; zRatio: number; strength: number };

/**
 * p = (n + 1) / (seen + 2) and its z; ratio = p / [(n of the rest + 1) / (seen by the rest + 2)] and the two-proportion
 * z against the rest; strength = ratio · z of ratio · p · z.
 */
export function compareToRest(group: VoteTally, rest: VoteTally, side: Side): GroupDifference {
  const [done, restDone] = [countForSide(group, side), countForSide(rest, side)];
  const p = smoothedShare(done, group.seen);
  const z = proportionTest(done, group.seen);
  const ratio = p / smoothedShare(restDone, rest.seen);
  const zRatio = twoProportionTest(done, group.seen, restDone, rest.seen);
  return { p, z, ratio, zRatio, strength: ratio * zRatio * p * z };
}

/**
 * The comments that describe each group: those it agrees on, or rejects, more than the rest do. Both z are above 1.2816,
 * and Benjamini–Hochberg accepts the greater of the two p at a false discovery rate of 10% over all groups, comments and
 * sides. The groups come from the same votes, so this guards against chance in few votes, but is no inference about
 * other people.
 * @returns by group, at most five, the strongest first; each comment once
 */
export function findDefiningComments({ comments, all, groups }: GroupTallies): AgreedComment[][] {
  const tests = groups.flatMap((tallies, group) =>
    comments.flatMap((comment, c) => {
      const tally = tallies[c] as VoteTally;
      const rest = subtractTally(all[c] as VoteTally, tally);
      return sides.map((side) => ({ group, comment, side, tally, rest, ...compareToRest(tally, rest, side) }));
    }),
  );
  const believed = benjaminiHochberg(
    tests.map(({ z, zRatio }) => Math.max(normalTail(z), normalTail(zRatio))),
    falseDiscoveryRate,
  );
  const found = tests
    .filter(({ z, zRatio, tally, rest }, i) => {
      const seenEnough = tally.seen >= minSeen && rest.seen >= minSeen;
      return believed[i] && z > 1.2816 && zRatio > 1.2816 && seenEnough;
    })
    .sort((a, b) => b.strength - a.strength)
    .map(({ group, comment, side, tally, strength }) => ({ group, comment, side, strength, share: toShare(tally) }));
  return groups.map((_, group) =>
    found
      .filter((comment) => comment.group === group)
      .slice(0, maxShown)
      .map(({ group: _group, ...agreed }) => agreed),
  );
}
