import type { Method, ParsedCell } from "./release-parser";

const unboundedInterval: [number, number] = [0, 100_000];

/** The true counts that can give this figure in a cell counted in this release: noise and rounding undone. */
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
 * The possible true counts today. A figure that did not move may be old: fewer than `gate` people joined or left since,
 * or any number if a secret draw decides when cells are counted. If a cell shows several figures (a district in two
 * LEPs), all must hold. A cell that is not shown may have any count, as secondary suppression hides large cells too.
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
