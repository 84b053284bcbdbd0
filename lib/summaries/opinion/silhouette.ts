/** Above this number of people, every second, third … is sampled: the distances grow with the square. */
const maxPoints = 1000;

/**
 * The mean silhouettes (Rousseeuw, 1987) of several groupings of the same points, with distances computed once. A point
 * with mean distance a to the rest of its group and least mean distance b to another group has the silhouette
 * (b − a) / max(a, b); 0 if it is alone in its group.
 * @param points x and y of point 0, x and y of point 1, …
 * @returns a number from −1 to 1 for each grouping; 0 if it has only one group
 */
export function meanSilhouettes(points: Float64Array, groupings: readonly { k: number; labels: Uint8Array }[]) {
  const stride = Math.max(1, Math.ceil(points.length / 2 / maxPoints));
  const chosen = Array.from({ length: Math.ceil(points.length / 2 / stride) }, (_, i) => i * stride);
  const sizes = groupings.map(({ k, labels }) => {
    const counts = new Float64Array(k);
    for (const i of chosen) counts[labels[i] as number] = (counts[labels[i] as number] as number) + 1;
    return counts;
  });
  const totals = groupings.map(() => 0);
  const sums = groupings.map(({ k }) => new Float64Array(k));
  for (const i of chosen) {
    for (const sum of sums) sum.fill(0);
    for (const j of chosen) {
      const dx = (points[i * 2] as number) - (points[j * 2] as number);
      const dy = (points[i * 2 + 1] as number) - (points[j * 2 + 1] as number);
      const distance = Math.sqrt(dx * dx + dy * dy);
      for (let g = 0; g < groupings.length; g++) {
        const sum = sums[g] as Float64Array;
        const label = groupings[g]?.labels[j] as number;
        sum[label] = (sum[label] as number) + distance;
      }
    }
    groupings.forEach(({ labels }, g) => {
      const width = silhouette(sums[g] as Float64Array, sizes[g] as Float64Array, labels[i] as number);
      totals[g] = (totals[g] as number) + width;
    });
  }
  return totals.map((total) => total / chosen.length);
}

/** A point's silhouette from the sums of its distances to each group. */
function silhouette(sums: Float64Array, sizes: Float64Array, own: number): number {
  const others = (sizes[own] as number) - 1;
  if (others === 0) return 0;
  const a = (sums[own] as number) / others;
  let b = Number.POSITIVE_INFINITY;
  for (let c = 0; c < sums.length; c++) {
    if (c !== own && sizes[c]) b = Math.min(b, (sums[c] as number) / (sizes[c] as number));
  }
  return b === Number.POSITIVE_INFINITY || Math.max(a, b) === 0 ? 0 : (b - a) / Math.max(a, b);
}
