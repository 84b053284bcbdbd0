import { kMeans, type Partition } from "./k-means";
import { fitPlane, type Plane, projectVotes } from "./projection";
import { meanSilhouettes } from "./silhouette";
import type { Votes } from "./vote-matrix";

/** A grouping of people on their plane; group 0 is the largest. */
export type Clustering = Partition & { silhouette: number; plane: Plane; positions: Float64Array };

/**
 * The groupings into 2, 3, … min(5, 2 + ⌊people / 12⌋) groups, on one plane. There always are some, even for noise, so
 * chooseClustering must follow.
 */
export function clusterVotes(votes: Votes): Clustering[] {
  const plane = fitPlane(votes);
  const positions = projectVotes(plane, votes);
  const maxGroups = Math.min(5, 2 + Math.floor(votes.rows / 12));
  const partitions = Array.from({ length: maxGroups - 1 }, (_, i) => kMeans(positions, i + 2));
  const silhouettes = meanSilhouettes(positions, partitions);
  return partitions.map((partition, i) => ({
    ...orderBySize(partition),
    silhouette: silhouettes[i] as number,
    plane,
    positions,
  }));
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
