/** The share who did, of those who saw, drawn towards a half while few have: (done + 1) / (seen + 2). */
export function smoothedShare(done: number, seen: number): number {
  return (done + 1) / (seen + 2);
}

/** How clearly more than half did: z = 2 √(seen + 1) · ((done + 1) / (seen + 1) − ½), as Polis counts it. */
export function proportionTest(done: number, seen: number): number {
  return 2 * Math.sqrt(seen + 1) * ((done + 1) / (seen + 1) - 0.5);
}

/**
 * How clearly the first share is above the second: the pooled two-proportion z, with 1 added to all four counts, as
 * Polis counts it. 0 when everybody did.
 */
export function twoProportionTest(done1: number, seen1: number, done2: number, seen2: number): number {
  const [a, n, b, m] = [done1 + 1, seen1 + 1, done2 + 1, seen2 + 1];
  const pooled = (a + b) / (n + m);
  if (pooled >= 1) return 0;
  return (a / n - b / m) / Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m));
}

/**
 * The chance of a standard normal figure above z: erfc(z / √2) / 2, by the rational fit of Numerical Recipes (6.2),
 * with a relative error under 1.2 · 10⁻⁷.
 */
export function normalTail(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + x / 2);
  const fit = [
    -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223,
    0.17087277,
  ].reduceRight((sum, coefficient) => sum * t + coefficient, 0);
  const tail = (t * Math.exp(-x * x + fit)) / 2;
  return z >= 0 ? tail : 1 - tail;
}
