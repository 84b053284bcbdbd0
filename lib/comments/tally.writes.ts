import { listTallyRows, type TalliedComment, type TallyChange } from "@/lib/comments/tally.rules";
import type { Tx } from "@/lib/database/client";

// The view tallies_counted: prisma/migrations/20261130000600_tally_recount.

/** Adds one comment's change to the tallies, in the transaction that changes the comment. */
export async function addToTallies(tx: Tx, comment: TalliedComment, change: TallyChange): Promise<void> {
  if (change.comments === 0 && change.threads === 0) return;
  const rows = listTallyRows(comment, change);
  await tx.$executeRaw`
    INSERT INTO tallies ("strategyId", "lepId", dimension, key, comments, threads)
    SELECT ${comment.strategyId}, ${comment.lepId ?? ""}, * FROM unnest(
      ${rows.map((row) => row.dimension)}::text[], ${rows.map((row) => row.key)}::text[],
      ${rows.map((row) => row.comments)}::int[], ${rows.map((row) => row.threads)}::int[])
    ON CONFLICT ("strategyId", "lepId", dimension, key) DO UPDATE SET
      comments = tallies.comments + EXCLUDED.comments,
      threads = tallies.threads + EXCLUDED.threads`;
}

/** Recounts all tallies from the comments, after an import or a seed that wrote rows in bulk. */
export async function rebuildTallies(tx: Tx): Promise<void> {
  await tx.$executeRaw`DELETE FROM tallies`;
  await tx.$executeRaw`
    INSERT INTO tallies ("strategyId", "lepId", dimension, key, comments, threads)
    SELECT "strategyId", "lepId", dimension, key, comments, threads FROM tallies_counted`;
}

/** Recounts one strategy whose sections moved or changed foundation. The lock stops other changes to tallies meanwhile. */
export async function rebuildStrategyTallies(tx: Tx, strategyId: string): Promise<void> {
  await tx.$executeRaw`LOCK TABLE tallies IN SHARE ROW EXCLUSIVE MODE`;
  await tx.$executeRaw`DELETE FROM tallies WHERE "strategyId" = ${strategyId}`;
  await tx.$executeRaw`
    INSERT INTO tallies ("strategyId", "lepId", dimension, key, comments, threads)
    SELECT "strategyId", "lepId", dimension, key, comments, threads FROM tallies_counted
    WHERE "strategyId" = ${strategyId}`;
}
