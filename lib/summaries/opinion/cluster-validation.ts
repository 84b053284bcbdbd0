import { adjustedRandIndex } from "./adjusted-rand-index";
import { type Clustering, clusterVotes, groupSizes } from "./clustering";
import { assignToNearest, kMeans } from "./k-means";
import { fitPlane, projectVotes } from "./projection";
import { randomInteger, seededRandom } from "./seeded-random";
import { selectRows, type Votes } from "./vote-matrix";
import { shuffleVotes } from "./vote-permutation";

/** Why no groups are published. */
export type NoGroupsReason = "too-few-people" | "a-group-too-small" | "no-clearer-than-chance" | "not-stable";

/** The measures taken until the first failure, null if not taken; `reason` is null if the groups may be published. */
export type ClusterValidation = {
  reason: NoGroupsReason | null;
  silhouette: number;
  greatestShuffled: number | null;
  stability: number | null;
};

/** `people` and `share`: the minimum size of a group. */
export const validationLimits = { shuffles: 99, resamples: 49, stability: 0.7, people: 10, share: 0.05 };

/**
 * Whether groups may be published. Each group has at least 10 people and 5% of all; the silhouette is above those of 99
 * shuffles of the same votes, so that noise passes once in a hundred at most; and the median adjusted Rand index to the
 * groups of 49 resamples is at least 0.7. It stops at the first failure.
 */
export function validateClusters(votes: Votes, clustering: Clustering): ClusterValidation {
  const validation: ClusterValidation = {
    reason: null,
    silhouette: clustering.silhouette,
    greatestShuffled: null,
    stability: null,
  };
  const floor = Math.max(validationLimits.people, validationLimits.share * votes.rows);
  if (Math.min(...groupSizes(clustering)) < floor) return { ...validation, reason: "a-group-too-small" };
  validation.greatestShuffled = greatestShuffledSilhouette(votes, clustering.silhouette);
  if (validation.greatestShuffled >= clustering.silhouette) return { ...validation, reason: "no-clearer-than-chance" };
  validation.stability = stabilityOf(votes, clustering);
  return validation.stability < validationLimits.stability ? { ...validation, reason: "not-stable" } : validation;
}

/** Each shuffle is analysed like the votes themselves, with its own plane and number of groups. */
function greatestShuffledSilhouette(votes: Votes, silhouette: number): number {
  const random = seededRandom(2);
  let greatest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < validationLimits.shuffles && greatest < silhouette; i++) {
    greatest = Math.max(greatest, clusterVotes(shuffleVotes(votes, random)).silhouette);
  }
  return greatest;
}

/**
 * Bootstrap: 49 resamples of the people, with replacement. In each the plane and the k groups are computed again,
 * everyone is assigned to the nearest group, and the result is compared with the original. The plane is computed again
 * because groups that depend on an axis of a few people would appear stable otherwise.
 * @returns the median adjusted Rand index
 */
function stabilityOf(votes: Votes, { k, labels }: Clustering): number {
  const random = seededRandom(3);
  const indices = Array.from({ length: validationLimits.resamples }, () => {
    const rows = Int32Array.from({ length: votes.rows }, () => randomInteger(votes.rows, random));
    const sample = selectRows(votes, rows.sort());
    const plane = fitPlane(sample);
    const { centres } = kMeans(projectVotes(plane, sample), k);
    return adjustedRandIndex(assignToNearest(projectVotes(plane, votes), centres).labels, labels);
  });
  return indices.sort((a, b) => a - b)[(indices.length - 1) / 2] as number;
}
