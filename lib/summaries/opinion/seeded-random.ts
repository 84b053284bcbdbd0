/** A source of figures in [0, 1). */
export type RandomSource = () => number;

/**
 * Mulberry32 (Tommy Ettinger, public domain): the same seed gives the same figures on every machine, which is all that
 * a reproducible summary asks of it. Not for secrets.
 * @param seed a whole number
 */
export function seededRandom(seed: number): RandomSource {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A whole number from 0 to below `limit`. */
export function randomInteger(limit: number, random: RandomSource): number {
  return Math.floor(random() * limit);
}
