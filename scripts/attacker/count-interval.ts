import type { Method, ParsedCell } from "./release-parser";

const unboundedInterval: [number, number] = [0, 100_000];

/** The true counts that a figure leaves possible when the cell has just been counted: noise and rounding undone. */
export function countInterval(figure: number, { noise, threshold, base }: Method): [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, -1];
  for (let noisy = Math.max(threshold, figure - base); noisy <= figure + base; noisy++) {
    if (Math.round(noisy / base) * base !== figure) continue;
    for (const [value] of noise) {
      const count = noisy - value;
      if (count < threshold) continue;
      low = Math.min(low, count);
      high = Math.max(high, count);
    }
  }
  if (figure === 0) low = 0;
  return [Math.max(0, low), high];
}

/**
 * The true counts now. A figure that did not move may be old: fewer than `gate` people came or went since; or any number,
 * where cells are looked at by a secret draw. Where one
 * cell shows several figures at once (a district in two LEPs), all must hold. Not shown: anything, for the method
 * hides large cells too.
 */
export function boundsOf({ figures, before }: ParsedCell, method: Method): [number, number] {
  return figures.reduce<[number, number]>(([low, high], figure) => {
    if (figure === null) return [low, high];
    const [a, b] = countInterval(figure, method);
    if (figure === before && method.drawOneIn > 1) return [low, high];
    const drift = figure === before ? Math.max(0, method.gate - 1) : 0;
    return [Math.max(low, a - drift, 0), Math.min(high, b + drift)];
  }, unboundedInterval);
}
