import type { MethodParameters } from "./parameters";

/** The least and the greatest true count that give this figure, in a cell counted in this release. */
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

/** The greatest true count that primary suppression can hide: one above the threshold that noise takes below it. */
export function maxSuppressedCount({ noise, threshold }: MethodParameters): number {
  return threshold - 1 - Math.min(...noise.map(([value]) => value));
}
