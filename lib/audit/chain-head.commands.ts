import { listLastLinks } from "@/lib/audit/chain.queries";
import { db, type Tx } from "@/lib/database/client";
import { invalidateTags } from "@/lib/database/invalidation";

/**
 * Makes public where each chain ends, for good: whoever writes a head down can show later that what came before it was
 * not changed. Done once a day; a second time on the same day changes nothing.
 * @param now decides the day, UTC
 */
export async function publishChainHeads(now: Date): Promise<void> {
  await db().$transaction((tx) => insertChainHeads(tx, now));
}

/** The same in the caller's transaction. */
export async function insertChainHeads(tx: Tx, now: Date): Promise<void> {
  const day = new Date(`${now.toISOString().slice(0, 10)}T00:00:00Z`);
  const heads = (await listLastLinks(tx)).map((last) => ({ ...last, day }));
  await tx.chainHead.createMany({ data: heads, skipDuplicates: true });
  await invalidateTags(tx, ...heads.map(({ chainId }) => `body:${chainId}`));
}
