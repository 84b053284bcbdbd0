import { type RandomSource, randomInteger, seededRandom } from "./seeded-random";

/** `labels[i]`: the group of point i. `centres`: x and y of group 0, x and y of group 1, … */
export type Partition = { k: number; labels: Uint8Array; centres: Float64Array; inertia: number };

const restarts = 10;
const maxRounds = 100;

/**
 * k-means with k-means++ starts (Arthur and Vassilvitskii, 2007): the best of ten runs by the sum of squared distances.
 * The seed is fixed, so the same points in the same order always give the same groups.
 * @param points x and y of point 0, x and y of point 1, …
 */
export function kMeans(points: Float64Array, k: number): Partition {
  const random = seededRandom(k);
  let best = refineCentres(points, initialCentres(points, k, random));
  for (let i = 1; i < restarts; i++) {
    const other = refineCentres(points, initialCentres(points, k, random));
    if (other.inertia < best.inertia * (1 - 1e-9)) best = other;
  }
  return best;
}

/** The nearest centre of each point, and the sum of squared distances. */
export function assignToNearest(points: Float64Array, centres: Float64Array): { labels: Uint8Array; inertia: number } {
  const labels = new Uint8Array(points.length / 2);
  const k = centres.length / 2;
  let inertia = 0;
  for (let i = 0; i < labels.length; i++) {
    let least = Number.POSITIVE_INFINITY;
    const x = points[i * 2] as number;
    const y = points[i * 2 + 1] as number;
    for (let c = 0; c < k; c++) {
      const dx = x - (centres[c * 2] as number);
      const dy = y - (centres[c * 2 + 1] as number);
      const distance = dx * dx + dy * dy;
      if (distance < least) {
        least = distance;
        labels[i] = c;
      }
    }
    inertia += least;
  }
  return { labels, inertia };
}

/** Draws each further centre in proportion to the squared distance from the nearest earlier one. */
function initialCentres(points: Float64Array, k: number, random: RandomSource): Float64Array {
  const centres = new Float64Array(k * 2);
  const distances = new Float64Array(points.length / 2).fill(Number.POSITIVE_INFINITY);
  let chosen = randomInteger(distances.length, random);
  for (let c = 0; c < k; c++) {
    centres.set(points.subarray(chosen * 2, chosen * 2 + 2), c * 2);
    let total = 0;
    for (let i = 0; i < distances.length; i++) {
      distances[i] = Math.min(distances[i] as number, squaredDistance(points, i, centres, c));
      total += distances[i] as number;
    }
    let left = random() * total;
    chosen = 0;
    while (chosen < distances.length) {
      left -= distances[chosen] as number;
      if (left < 0) break;
      chosen++;
    }
    if (chosen === distances.length) chosen = randomInteger(distances.length, random);
  }
  return centres;
}

function refineCentres(points: Float64Array, centres: Float64Array): Partition {
  const k = centres.length / 2;
  let now = assignToNearest(points, centres);
  for (let round = 0; round < maxRounds; round++) {
    const sums = new Float64Array(k * 2);
    const sizes = new Int32Array(k);
    for (let i = 0; i < now.labels.length; i++) {
      const c = now.labels[i] as number;
      sums[c * 2] = (sums[c * 2] as number) + (points[i * 2] as number);
      sums[c * 2 + 1] = (sums[c * 2 + 1] as number) + (points[i * 2 + 1] as number);
      sizes[c] = (sizes[c] as number) + 1;
    }
    // A centre without points keeps its position.
    for (let j = 0; j < k * 2; j++) if (sizes[j >> 1]) centres[j] = (sums[j] as number) / (sizes[j >> 1] as number);
    const next = assignToNearest(points, centres);
    const isSettled = hasSameLabels(next.labels, now.labels);
    now = next;
    if (isSettled) break;
  }
  return { k, centres, ...now };
}

function hasSameLabels(one: Uint8Array, other: Uint8Array): boolean {
  for (let i = 0; i < one.length; i++) if (one[i] !== other[i]) return false;
  return true;
}

function squaredDistance(points: Float64Array, i: number, centres: Float64Array, c: number): number {
  const dx = (points[i * 2] as number) - (centres[c * 2] as number);
  const dy = (points[i * 2 + 1] as number) - (centres[c * 2 + 1] as number);
  return dx * dx + dy * dy;
}
