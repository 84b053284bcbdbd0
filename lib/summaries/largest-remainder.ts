/**
 * Shares out `total` in proportion to the weights, in multiples of `step`, by largest remainders, so that the shares add
 * up to the total. Equal remainders go to the greater weight, then to the earlier.
 * @param weights at least 0
 * @param total a multiple of `step`
 * @returns a share for each weight; zeros if no weight is above 0
 */
export function apportion(weights: readonly number[], total: number, step = 1): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  if (sum === 0) return weights.map(() => 0);
  const exact = weights.map((weight) => (weight / sum) * (total / step));
  // a share that is an integer but for a rounding error of the division must not lose one
  const shares = exact.map((share) => Math.floor(share + 1e-9));
  const missing = Math.round(total / step) - shares.reduce((a, b) => a + b, 0);
  const remainder = (i: number) => Math.round(((exact[i] as number) - (shares[i] as number)) * 1e9);
  const order = [...weights.keys()].sort(
    (i, j) => remainder(j) - remainder(i) || (weights[j] as number) - (weights[i] as number) || i - j,
  );
  for (const i of order.slice(0, missing)) shares[i] = (shares[i] as number) + 1;
  return shares.map((share) => share * step);
}

/** Percentages without decimals of the parts that add up to 100; zeros if all parts are 0. */
export const percentages = (parts: readonly number[]): number[] => apportion(parts, 100);
