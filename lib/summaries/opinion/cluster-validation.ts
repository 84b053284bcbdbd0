import { adjustedRandIndex } from "./adjusted-rand-index";
import { type Clustering, clusterVotes, sizesOf } from "./clustering";
import { kMeans, nearest } from "./k-means";
import { planeOf, positionsOn } from "./projection";
import { drawBelow, seededRandom } from "./seeded-random";
import { selectRows, type Votes } from "./vote-matrix";
import { shuffleVotes } from "./vote-permutation";

/** Why no groups are shown. */
export type NoGroups = "too-few-people" | "a-group-too-small" | "no-clearer-than-chance" | "not-stable";

/** What was measured, as far as it had to be; `why` is null when the groups may be shown. */
export type Gate = {
  why: NoGroups | null;
  silhouette: number;
  greatestShuffled: number | null;
  stability: number | null;
};

/** The figures of the design, section 8. */
export const gateLimits = { shuffles: 99, resamples: 49, stability: 0.7, people: 10, share: 0.05 };

/**
 * Whether groups may be shown: none under max(10, 5%) of the people; a silhouette above that of each of 99 shuffles of
 * the same votes (so that noise passes at most once in a hundred); and a median adjusted Rand index of at least 0.7 to
 * the groups of 49 resamples. It stops at the first failure.
 */
export function gateOf(votes: Votes, clustering: Clustering): Gate {
  const gate: Gate = { why: null, silhouette: clustering.silhouette, greatestShuffled: null, stability: null };
  const floor = Math.max(gateLimits.people, gateLimits.share * votes.rows);
  if (Math.min(...sizesOf(clustering)) < floor) return { ...gate, why: "a-group-too-small" };
  gate.greatestShuffled = greatestShuffledSilhouette(votes, clustering.silhouette);
  if (gate.greatestShuffled >= clustering.silhouette) return { ...gate, why: "no-clearer-than-chance" };
  gate.stability = stabilityOf(votes, clustering);
  return gate.stability < gateLimits.stability ? { ...gate, why: "not-stable" } : gate;
}

/** Each shuffle is treated exactly as the votes were: its own plane, its own best number of groups. */
function greatestShuffledSilhouette(votes: Votes, silhouette: number): number {
  const random = seededRandom(2);
  let greatest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < gateLimits.shuffles && greatest < silhouette; i++) {
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
  const indices = Array.from({ length: gateLimits.resamples }, () => {
    const rows = Int32Array.from({ length: votes.rows }, () => drawBelow(votes.rows, random));
    const sample = selectRows(votes, rows.sort());
    const plane = planeOf(sample);
    const { centres } = kMeans(positionsOn(plane, sample), k);
    return adjustedRandIndex(nearest(positionsOn(plane, votes), centres).labels, labels);
  });
  return indices.sort((a, b) => a - b)[(indices.length - 1) / 2] as number;
}
