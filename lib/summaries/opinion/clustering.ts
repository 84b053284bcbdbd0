import { kMeans, type Partition } from "./k-means";
import { fitPlane, type Plane, projectVotes } from "./projection";
import { meanSilhouettes } from "./silhouette";
import type { Votes } from "./vote-matrix";

/** A grouping of people on their plane; group 0 is the largest. */
export type Clustering = Partition & { silhouette: number; plane: Plane; positions: Float64Array };

/**
 * The best grouping into 2 to min(5, 2 + ⌊people / 12⌋) groups, by mean silhouette. It always returns groups, even for
 * noise, so validateClusters must follow.
 */
export function clusterVotes(votes: Votes): Clustering {
  const plane = fitPlane(votes);
  const positions = projectVotes(plane, votes);
  const maxGroups = Math.min(5, 2 + Math.floor(votes.rows / 12));
  const partitions = Array.from({ length: maxGroups - 1 }, (_, i) => kMeans(positions, i + 2));
  const silhouettes = meanSilhouettes(positions, partitions);
  const best = silhouettes.reduce((best, s, i) => (s > (silhouettes[best] as number) + 1e-12 ? i : best), 0);
  return {
    ...orderBySize(partitions[best] as Partition),
    silhouette: silhouettes[best] as number,
    plane,
    positions,
  };
}

/** The number of people in each group. */
export function groupSizes({ k, labels }: { k: number; labels: Uint8Array }): number[] {
  const sizes = new Array<number>(k).fill(0);
  for (const label of labels) sizes[label] = (sizes[label] as number) + 1;
  return sizes;
}

function orderBySize(partition: Partition): Partition {
  const sizes = groupSizes(partition);
  const centre = (group: number) => partition.centres[group * 2] as number;
  const order = [...sizes.keys()].sort((a, b) => (sizes[b] as number) - (sizes[a] as number) || centre(a) - centre(b));
  return {
    ...partition,
    labels: partition.labels.map((label) => order.indexOf(label)),
    centres: Float64Array.from(order.flatMap((group) => [...partition.centres.subarray(group * 2, group * 2 + 2)])),
  };
}
