/** A source of numbers in [0, 1). */
export type RandomSource = () => number;

/**
 * Mulberry32 (Tommy Ettinger, public domain): the same seed gives the same numbers on every machine. Not for secrets.
 * scripts/attacker has its own copy, as it imports nothing of the service.
 * @param seed an integer
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

/** An integer from 0 to limit − 1. */
export function randomInteger(limit: number, random: RandomSource): number {
  return Math.floor(random() * limit);
}
