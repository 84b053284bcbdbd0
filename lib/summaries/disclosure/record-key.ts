import { createHmac } from "node:crypto";

/**
 * A contributor's record key for one strategy: the first 32 bits (big-endian, unsigned) of
 * HMAC-SHA256(secret, "participant|strategy"). The secret never leaves the service; another strategy, another key.
 */
export function recordKey(secret: Uint8Array | string, participantId: string, strategyId: string): number {
  return createHmac("sha256", secret).update(`${participantId}|${strategyId}`).digest().readUInt32BE(0);
}
