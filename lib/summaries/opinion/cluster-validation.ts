import { adjustedRandIndex } from "./adjusted-rand-index";
import { type Clustering, clusterVotes, groupSizes } from "./clustering";
import { assignToNearest, kMeans } from "./k-means";
import { fitPlane, projectVotes } from "./projection";
import { randomInteger, seededRandom } from "./seeded-random";
import { selectRows, type Votes } from "./vote-matrix";
import { shuffleVotes } from "./vote-permutation";

/** Why no groups are shown. */
export type NoGroupsReason = "too-few-people" | "a-group-too-small" | "no-clearer-than-chance" | "not-stable";

/** What was measured, as far as it had to be; `reason` is null when the groups may be shown. */
export type ClusterValidation = {
  reason: NoGroupsReason | null;
  silhouette: number;
  greatestShuffled: number | null;
  stability: number | null;
};

/** The figures of the design, section 8. */
export const validationLimits = { shuffles: 99, resamples: 49, stability: 0.7, people: 10, share: 0.05 };

/**
 * Whether groups may be shown: none under max(10, 5%) of the people; a silhouette above that of each of 99 shuffles of
 * the same votes (so that noise passes at most once in a hundred); and a median adjusted Rand index of at least 0.7 to
 * the groups of 49 resamples. It stops at the first failure.
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

/** Each shuffle is treated exactly as the votes were: its own plane, its own best number of groups. */
function greatestShuffledSilhouette(votes: Votes, silhouette: number): number {
  const random = seededRandom(2);
  let greatest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < validationLimits.shuffles && greatest < silhouette; i++) {
    greatest = Math.max(greatest, clusterVotes(shuffleVotes(votes, random)).silhouette);
  }
  return greatest;
}

/**
 * People drawn with replacement, as many as there are, 49 times; each time the plane and the groups are found anew (the
 * number of groups is kept), everybody is placed in them, and compared with where they were. The plane is found anew
 * too, because groups that hang on a few people's axis would else look stable.
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
