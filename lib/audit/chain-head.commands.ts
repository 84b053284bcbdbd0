import { listLastLinks } from "@/lib/audit/chain.queries";
import { db, markStale, type Tx } from "@/lib/database/client";

/**
 * Makes public where each chain ends, for good: whoever writes a head down can show later that what came before it was
 * not changed. Done once a day; a second time on the same day changes nothing.
 * @param now decides the day, UTC
 */
export async function publishHeads(now: Date): Promise<void> {
  await db().$transaction((tx) => publish(tx, now));
}

/** The same in the caller's transaction. */
export async function publish(tx: Tx, now: Date): Promise<void> {
  const day = new Date(`${now.toISOString().slice(0, 10)}T00:00:00Z`);
  const heads = (await listLastLinks(tx)).map((last) => ({ ...last, day }));
  await tx.chainHead.createMany({ data: heads, skipDuplicates: true });
  await markStale(tx, ...heads.map(({ chainId }) => `body:${chainId}`));
}
