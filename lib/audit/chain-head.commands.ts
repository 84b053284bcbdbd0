import { insertChainHeads } from "@/lib/audit/chain.writes";
import { db } from "@/lib/database/client";

/**
 * Publishes where each chain ends. A reader who writes a head down can prove later that no earlier decision was changed.
 * For a daily job; a second run on the same day changes nothing.
 * @param now decides the day, UTC
 */
export async function publishChainHeads(now: Date): Promise<void> {
  await db().$transaction((tx) => insertChainHeads(tx, now));
}
