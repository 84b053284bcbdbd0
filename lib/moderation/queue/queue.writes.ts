import { db, type Tx } from "@/lib/database/client";

/** Notifies the reps who watch the queues of these areas, when the transaction commits. */
export async function notifyQueue(tx: Tx, ...areaIds: string[]): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify('queue', ${areaIds.join(" ")})`;
}

/** Milliseconds for which areas are collected into one notification. */
const batchDelay = 100;
const changedAreaIds = new Set<string>();

/**
 * Notifies a queue shortly after the commit, for frequent writes: PostgreSQL commits transactions with notifications one
 * at a time, and each waits for the disk. If the process ends before, the change shows at the next notification or when
 * the page is loaded again.
 */
export function notifyQueueSoon(areaId: string): void {
  if (changedAreaIds.size === 0) setTimeout(flushChangedAreas, batchDelay, db()).unref();
  changedAreaIds.add(areaId);
}

function flushChangedAreas(client: Tx): void {
  const areaIds = [...changedAreaIds];
  changedAreaIds.clear();
  notifyQueue(client, ...areaIds).catch(() => {}); // the same as if the process had ended: see above
}
