import type { Tx } from "@/lib/database/client";

// The view tallies_counted: prisma/migrations/20261130000600_tally_recount.

/**
 * Counts the tallies of a strategy from its published comments: in an edition, and when its sections moved or changed
 * foundation. The lock stops the other of the two meanwhile.
 */
export async function rebuildStrategyTallies(tx: Tx, strategyId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`tallies:${strategyId}`}, 0))`;
  await tx.$executeRaw`DELETE FROM tallies WHERE "strategyId" = ${strategyId}`;
  await tx.$executeRaw`
    INSERT INTO tallies ("strategyId", "lepId", dimension, key, comments, threads)
    SELECT "strategyId", "lepId", dimension, key, comments, threads FROM tallies_counted
    WHERE "strategyId" = ${strategyId}`;
}
