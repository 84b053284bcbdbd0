/** Above this number of people, every second, third … is sampled: the distances grow with the square. */
const maxPoints = 1000;

/**
 * The mean silhouettes (Rousseeuw, 1987) of several groupings of the same points, with each distance computed once. A point
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
  const sums = groupings.map(({ k }) => new Float64Array(chosen.length * k));
  for (let i = 1; i < chosen.length; i++) {
    const x = points[(chosen[i] as number) * 2] as number;
    const y = points[(chosen[i] as number) * 2 + 1] as number;
    for (let j = 0; j < i; j++) {
      const dx = x - (points[(chosen[j] as number) * 2] as number);
      const dy = y - (points[(chosen[j] as number) * 2 + 1] as number);
      const distance = Math.sqrt(dx * dx + dy * dy);
      for (let g = 0; g < groupings.length; g++) {
        const { k, labels } = groupings[g] as { k: number; labels: Uint8Array };
        const sum = sums[g] as Float64Array;
        const toJ = i * k + (labels[chosen[j] as number] as number);
        const toI = j * k + (labels[chosen[i] as number] as number);
        sum[toJ] = (sum[toJ] as number) + distance;
        sum[toI] = (sum[toI] as number) + distance;
      }
    }
  }
  const totals = groupings.map(({ k, labels }, g) => {
    let total = 0;
    for (let i = 0; i < chosen.length; i++) {
      const own = sums[g]?.subarray(i * k, (i + 1) * k) as Float64Array;
      total += silhouette(own, sizes[g] as Float64Array, labels[chosen[i] as number] as number);
    }
    return total;
  });
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
