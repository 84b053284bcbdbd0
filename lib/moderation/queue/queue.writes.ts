import { db, type Tx } from "@/lib/database/client";

/** Tells every rep who looks at an area's queue, when the transaction commits, that it has changed. */
export async function notifyQueue(tx: Tx, ...areaIds: string[]): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify('queue', ${areaIds.join(" ")})`;
}

/** Milliseconds in which what changes together is told together. */
const batchDelay = 100;
const changedAreaIds = new Set<string>();

/**
 * The same, a moment after the commit, for what many do at once: PostgreSQL lets only one transaction that tells
 * something commit at a time, and each waits for the disk. Should the process end within that moment, the queue shows
 * it at the next change, or when it is loaded again.
 */
export function notifyQueueSoon(areaId: string): void {
  if (changedAreaIds.size === 0) setTimeout(flushChangedAreas, batchDelay).unref();
  changedAreaIds.add(areaId);
}

function flushChangedAreas(): void {
  const areaIds = [...changedAreaIds];
  changedAreaIds.clear();
  notifyQueue(db(), ...areaIds).catch(() => {}); // see above: as if the process had ended
}
