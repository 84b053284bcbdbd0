/** The share of those who saw a comment, smoothed towards a half: (done + 1) / (seen + 2). */
export function smoothedShare(done: number, seen: number): number {
  return (done + 1) / (seen + 2);
}

/** Test of a share above a half, as in Polis: z = 2 √(seen + 1) · ((done + 1) / (seen + 1) − ½). */
export function proportionTest(done: number, seen: number): number {
  return 2 * Math.sqrt(seen + 1) * ((done + 1) / (seen + 1) - 0.5);
}

/**
 * Test of the first share above the second, as in Polis: the pooled two-proportion z, with 1 added to all four counts; 0
 * if both shares are 1.
 */
export function twoProportionTest(done1: number, seen1: number, done2: number, seen2: number): number {
  const [a, n, b, m] = [done1 + 1, seen1 + 1, done2 + 1, seen2 + 1];
  const pooled = (a + b) / (n + m);
  if (pooled >= 1) return 0;
  return (a / n - b / m) / Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m));
}

/**
 * The upper tail of the standard normal distribution, erfc(z / √2) / 2, by the rational approximation of Numerical
 * Recipes (6.2), with a relative error under 1.2 · 10⁻⁷.
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
