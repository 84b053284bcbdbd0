import type { Tx } from "@/lib/db";

/** Tells every rep who looks at an area's queue, when the transaction commits, that it has changed. */
export async function markQueue(tx: Tx, ...areaIds: string[]): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify('queue', ${areaIds.join(" ")})`;
}
