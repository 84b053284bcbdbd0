import type { Parameters } from "./parameters";

/** The true counts, from and to, that a freshly counted cell with this figure can have. */
export function countsBehind(shown: number, { noise, threshold, base }: Parameters): [number, number] {
  const noises = noise.map(([value]) => value);
  const counts: number[] = [];
  for (let count = threshold; count <= shown + 2 * base; count++) {
    const enough = (n: number) => threshold === 0 || count + n >= threshold;
    const couldBe = (n: number) => enough(n) && Math.max(0, Math.round((count + n) / base) * base) === shown;
    if (noises.some(couldBe)) counts.push(count);
  }
  const [low, high] = [counts[0], counts.at(-1)];
  if (low === undefined || high === undefined) throw new Error("No count gives this figure.");
  return [low, high];
}

/** The largest true count that the threshold alone leaves unshown: one just above it, drawn down by noise. */
export function mostUnshown({ noise, threshold }: Parameters): number {
  return threshold - 1 - Math.min(...noise.map(([value]) => value));
}
