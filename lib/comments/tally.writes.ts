import { type Change, type Counted, tallyRows } from "@/lib/comments/tally.rules";
import type { Tx } from "@/lib/database/client";

/** Adds one comment's change to the tallies, in the transaction that changes the comment. */
export async function tally(tx: Tx, comment: Counted, change: Change): Promise<void> {
  if (change.comments === 0 && change.threads === 0) return;
  const rows = tallyRows(comment, change);
  await tx.$executeRaw`
    INSERT INTO tallies ("strategyId", "lepId", by, key, comments, threads)
    SELECT ${comment.strategyId}, ${comment.lepId ?? ""}, * FROM unnest(
      ${rows.map((row) => row.by)}::text[], ${rows.map((row) => row.key)}::text[],
      ${rows.map((row) => row.comments)}::int[], ${rows.map((row) => row.threads)}::int[])
    ON CONFLICT ("strategyId", "lepId", by, key) DO UPDATE SET
      comments = tallies.comments + EXCLUDED.comments,
      threads = tallies.threads + EXCLUDED.threads`;
}

/** Counts everything again from the comments: after an import or a seed that wrote rows in bulk. */
export async function recountTallies(tx: Tx): Promise<void> {
  await tx.$executeRaw`DELETE FROM tallies`;
  await tx.$executeRaw`
    INSERT INTO tallies ("strategyId", "lepId", by, key, comments, threads)
    SELECT "strategyId", "lepId", by, key, comments, threads FROM tallies_counted`;
}

/** Counts one strategy again, whose sections moved or went under other foundations. Nobody counts meanwhile. */
export async function recountStrategy(tx: Tx, strategyId: string): Promise<void> {
  await tx.$executeRaw`LOCK TABLE tallies IN SHARE ROW EXCLUSIVE MODE`;
  await tx.$executeRaw`DELETE FROM tallies WHERE "strategyId" = ${strategyId}`;
  await tx.$executeRaw`
    INSERT INTO tallies ("strategyId", "lepId", by, key, comments, threads)
    SELECT "strategyId", "lepId", by, key, comments, threads FROM tallies_counted
    WHERE "strategyId" = ${strategyId}`;
}
