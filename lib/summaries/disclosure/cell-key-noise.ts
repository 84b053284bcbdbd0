import { createHmac } from "node:crypto";
import type { MethodParameters } from "./parameters";

/**
 * A contributor's record key for one strategy: the first 32 bits (big-endian, unsigned) of
 * HMAC-SHA256(secret, "participant|strategy"). The secret never leaves the service.
 */
export function recordKey(secret: Uint8Array | string, participantId: string, strategyId: string): number {
  return createHmac("sha256", secret).update(`${participantId}|${strategyId}`).digest().readUInt32BE(0);
}

/** A cell's key: the sum of its members' record keys mod 2³². */
export function cellKey(members: readonly number[]): number {
  return members.reduce((sum, key) => (sum + key) >>> 0, 0);
}

/**
 * Spreads a cell key over 32 bits with the finaliser of MurmurHash3, a bijection. Without it the noise of a total could
 * be computed from the noise of its parts, as its key is the sum of their keys.
 */
export function mixKey(key: number): number {
  let h = key >>> 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** The noise for a mixed key in [0, 2³²): each row of the table takes a share of the range equal to its probability. */
export function noiseAt(point: number, table: MethodParameters["noise"]): number {
  let tenths = 0;
  for (const [noise, width] of table) {
    tenths += width;
    if (point * 10 < tenths * 2 ** 32) return noise;
  }
  throw new Error("The noise table must add up to ten tenths.");
}

/** The perturbed and rounded count of these people; null (primary suppression) if the true or the noisy count is below the threshold. */
export function perturbedFigure(members: readonly number[], parameters: MethodParameters): number | null {
  const { threshold, base, noise } = parameters;
  const noisy = members.length + noiseAt(mixKey(cellKey(members)), noise);
  if (threshold > 0 && (members.length < threshold || noisy < threshold)) return null;
  return Math.max(0, Math.round(noisy / base) * base);
}
