import { adjustedRandIndex } from "./adjusted-rand-index";
import { type Clustering, clusterVotes, groupSizes } from "./clustering";
import { assignToNearest, kMeans } from "./k-means";
import { fitPlane, projectVotes } from "./projection";
import { randomInteger, seededRandom } from "./seeded-random";
import { selectRows, type Votes } from "./vote-matrix";
import { shuffleVotes } from "./vote-permutation";

/** Why no groups are published. */
export type NoGroupsReason = "too-few-people" | "a-group-too-small" | "no-clearer-than-chance" | "not-stable";

/** The measures of a grouping, null if not taken; `reason` is null if its groups may be published. */
export type ClusterValidation = {
  reason: NoGroupsReason | null;
  silhouette: number;
  /** What the silhouette must exceed: the greatest of 99 shuffles, for this number of groups. */
  greatestShuffled: number | null;
  stability: number | null;
};
export type ClusterChoice = { clustering: Clustering; validation: ClusterValidation };

/** The last release: its number of groups, null if it showed none. */
export type LastRelease = { groups: number | null };

/**
 * `people` and `share`: the minimum size of a group. `stability`: to be published; `stabilityToStay`: to be published
 * again in the next release; `clearlyBetter`: how much more stable than that, or than the number of groups of the last
 * release, another must be to take the place of what the last release showed.
 */
export const validationLimits = {
  shuffles: 99,
  resamples: 49,
  stability: 0.7,
  stabilityToStay: 0.5,
  clearlyBetter: 0.1,
  people: 10,
  share: 0.05,
};

/**
 * The grouping to publish, or the one that came nearest, with the reason why not. A grouping passes if each group has at
 * least 10 people and 5% of all; if it is clearer than chance: 99 shuffles of the same votes are grouped in the same
 * ways, and no silhouette of theirs lies as far above the mean for its number of groups, so that noise passes once in a
 * hundred at most, whatever the number; and if the median adjusted Rand index to the groups of 49 resamples is at least
 * 0.7. Of those that pass, the most stable is chosen, of equals the one with fewer groups. What the last release showed
 * stays unless something else is clearly better, else groups would come and go as a few people do: its number of groups
 * stays at a stability of 0.5 or more, unless another is more stable by 0.1; and where it showed none, groups need 0.8.
 * @param last null before the first release
 */
export function chooseClustering(votes: Votes, last: LastRelease | null): ClusterChoice {
  const candidates = clusterVotes(votes).map((clustering) => ({ clustering, validation: unmeasured(clustering) }));
  const floor = Math.max(validationLimits.people, validationLimits.share * votes.rows);
  const largeEnough = candidates.filter(({ clustering }) => Math.min(...groupSizes(clustering)) >= floor);
  if (largeEnough.length === 0) return nearest(candidates, "a-group-too-small");
  const greatest = greatestShuffledSilhouettes(votes);
  for (const { clustering, validation } of largeEnough)
    validation.greatestShuffled = greatest[clustering.k - 2] as number;
  const clear = largeEnough.filter(({ validation }) => validation.silhouette > (validation.greatestShuffled as number));
  if (clear.length === 0) return nearest(largeEnough, "no-clearer-than-chance");
  const clusterings = clear.map(({ clustering }) => clustering);
  for (const [i, stability] of stabilitiesOf(votes, clusterings).entries())
    (clear[i] as ClusterChoice).validation.stability = stability;
  return chooseByStability(clear, last);
}

function chooseByStability(clear: ClusterChoice[], last: LastRelease | null): ClusterChoice {
  const stabilityOf = ({ validation }: ClusterChoice) => validation.stability as number;
  const best = clear.reduce((best, choice) => (stabilityOf(choice) > stabilityOf(best) + 1e-12 ? choice : best));
  const previous = clear.find(({ clustering }) => clustering.k === last?.groups);
  const { stability, stabilityToStay, clearlyBetter } = validationLimits;
  if (previous && stabilityOf(previous) >= stabilityToStay) {
    const isReplaced = stabilityOf(best) >= stability && stabilityOf(best) >= stabilityOf(previous) + clearlyBetter;
    if (!isReplaced) return previous;
  }
  const needed = last?.groups === null ? stability + clearlyBetter : stability;
  return stabilityOf(best) >= needed ? best : nearest([best], "not-stable");
}

const unmeasured = ({ silhouette }: Clustering): ClusterValidation => ({
  reason: null,
  silhouette,
  greatestShuffled: null,
  stability: null,
});

/** The clearest of these groupings, with the reason why none is published. */
function nearest(choices: ClusterChoice[], reason: NoGroupsReason): ClusterChoice {
  const clearest = choices.reduce((a, b) => (b.validation.silhouette > a.validation.silhouette + 1e-12 ? b : a));
  return { ...clearest, validation: { ...clearest.validation, reason } };
}

/**
 * For 2, 3, … groups, the silhouette that noise reaches once in a hundred at most. Each shuffle is analysed like the
 * votes themselves, with its own plane. The numbers of groups are on different scales, so each silhouette is measured in
 * standard deviations from the mean of the shuffles with the same number, and the greatest of all shuffles and numbers is
 * put back on each scale.
 */
function greatestShuffledSilhouettes(votes: Votes): number[] {
  const random = seededRandom(2);
  const shuffles = Array.from({ length: validationLimits.shuffles }, () =>
    clusterVotes(shuffleVotes(votes, random)).map(({ silhouette }) => silhouette),
  );
  const scales = (shuffles[0] ?? []).map((_, i) => {
    const values = shuffles.map((silhouettes) => silhouettes[i] as number);
    const mean = values.reduce((a, b) => a + b, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    return { mean, deviation: Math.sqrt(variance), greatest: Math.max(...values) };
  });
  const furthest = Math.max(
    ...scales.map(({ mean, deviation, greatest }) => (deviation === 0 ? 0 : (greatest - mean) / deviation)),
  );
  return scales.map(({ mean, deviation }) => mean + furthest * deviation);
}

/**
 * Bootstrap: 49 resamples of the people, with replacement. In each the plane and the k groups are computed again,
 * everyone is assigned to the nearest group, and the result is compared with the original. The plane is computed again
 * because groups that depend on an axis of a few people would appear stable otherwise.
 * @returns the median adjusted Rand index of each grouping
 */
function stabilitiesOf(votes: Votes, clusterings: Clustering[]): number[] {
  const random = seededRandom(3);
  const indices = Array.from({ length: validationLimits.resamples }, () => {
    const rows = Int32Array.from({ length: votes.rows }, () => randomInteger(votes.rows, random));
    const sample = selectRows(votes, rows.sort());
    const plane = fitPlane(sample);
    const [positions, everyone] = [projectVotes(plane, sample), projectVotes(plane, votes)];
    return clusterings.map(({ k, labels }) =>
      adjustedRandIndex(assignToNearest(everyone, kMeans(positions, k).centres).labels, labels),
    );
  });
  return clusterings.map((_, i) => {
    const sorted = indices.map((row) => row[i] as number).sort((a, b) => a - b);
    return sorted[(sorted.length - 1) / 2] as number;
  });
}
