/**
 * Benjamini and Hochberg (1995): accepts tests so that the expected share of false discoveries among them is at most
 * `rate`. Of m tests in order of p, it accepts all up to the greatest rank i with p ≤ i / m · rate.
 * @param pValues one for each test, in any order
 * @returns whether each test is accepted, in the same order
 */
export function benjaminiHochberg(pValues: readonly number[], rate: number): boolean[] {
  const sorted = [...pValues].sort((a, b) => a - b);
  const last = sorted.findLastIndex((p, i) => p <= ((i + 1) / sorted.length) * rate);
  const greatest = last < 0 ? Number.NEGATIVE_INFINITY : (sorted[last] as number);
  return pValues.map((p) => p <= greatest);
}
