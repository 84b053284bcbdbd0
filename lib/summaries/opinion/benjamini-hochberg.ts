/**
 * Benjamini and Hochberg (1995): which of many tests to believe so that, of those believed, a share of at most `rate`
 * is expected to be false. All up to the greatest rank i of m, from the smallest p, with p ≤ i / m · rate.
 * @param pValues one for each test, in any order
 * @returns whether to believe each, in the same order
 */
export function benjaminiHochberg(pValues: readonly number[], rate: number): boolean[] {
  const sorted = [...pValues].sort((a, b) => a - b);
  const last = sorted.findLastIndex((p, i) => p <= ((i + 1) / sorted.length) * rate);
  const greatest = last < 0 ? Number.NEGATIVE_INFINITY : (sorted[last] as number);
  return pValues.map((p) => p <= greatest);
}
