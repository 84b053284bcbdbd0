import type { MethodParameters } from "./parameters";

/** The true counts, from and to, that a freshly counted cell with this figure can have. */
export function countInterval(shown: number, { noise, threshold, base }: MethodParameters): [number, number] {
  const noises = noise.map(([value]) => value);
  const counts: number[] = [];
  for (let count = threshold; count <= shown + 2 * base; count++) {
    const passesThreshold = (n: number) => threshold === 0 || count + n >= threshold;
    const isPossible = (n: number) =>
      passesThreshold(n) && Math.max(0, Math.round((count + n) / base) * base) === shown;
    if (noises.some(isPossible)) counts.push(count);
  }
  const [low, high] = [counts[0], counts.at(-1)];
  if (low === undefined || high === undefined) throw new Error("No count gives this figure.");
  return [low, high];
}

/** The largest true count that the threshold alone leaves unshown: one just above it, drawn down by noise. */
export function maxSuppressedCount({ noise, threshold }: MethodParameters): number {
  return threshold - 1 - Math.min(...noise.map(([value]) => value));
}
