import { insertChainHeads } from "@/lib/audit/record.writes";
import { db } from "@/lib/database/client";

/**
 * Publishes the last hash of each record, once a day. A reader who saves one can prove later whether an earlier decision
 * was changed. A job; a second run on the same day (UTC) changes nothing.
 */
export async function publishChainHeads(now: Date): Promise<void> {
  await db().$transaction((tx) => insertChainHeads(tx, now));
}
