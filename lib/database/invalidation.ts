import type { Tx } from "@/lib/database/client";

/**
 * Notifies every instance, when the transaction commits, that cached pages with these tags are out of date. Each
 * instance hears it through lib/database/listener.ts.
 * Tags: "strategy:ID", "thread:ID", "body:ID", "all".
 */
export async function invalidateTags(tx: Tx, ...tags: string[]): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify('cache_invalidation', ${tags.join(" ")})`;
}
