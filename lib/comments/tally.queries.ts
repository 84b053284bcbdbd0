import { z } from "zod";
import { db } from "@/lib/database/client";

// The view tallies_counted: prisma/migrations/20261130000600_tally_recount.

const difference = z.object({
  strategyId: z.string(),
  lepId: z.string(),
  dimension: z.string(),
  key: z.string(),
  stored: z.string(),
  counted: z.string(),
});
export type TallyDifference = z.infer<typeof difference>;

/**
 * Stored tallies that differ from a count of the comments; empty when all agree. They may be higher by the comments that
 * were withdrawn or removed since the newest edition.
 */
export async function findTallyDifferences(): Promise<TallyDifference[]> {
  const rows = await db().$queryRaw`
    SELECT "strategyId", "lepId", dimension, key,
      concat_ws('/', coalesce(s.comments, 0), coalesce(s.threads, 0)) AS stored,
      concat_ws('/', coalesce(c.comments, 0), coalesce(c.threads, 0)) AS counted
    FROM tallies s FULL JOIN tallies_counted c USING ("strategyId", "lepId", dimension, key)
    LEFT JOIN (
      SELECT e."strategyId", greatest(0, e.total - (
        SELECT count(*) FROM comments WHERE "strategyId" = e."strategyId" AND state = 'published')) AS comments
      FROM editions e WHERE NOT EXISTS (SELECT FROM editions WHERE "strategyId" = e."strategyId" AND number > e.number)
    ) gone USING ("strategyId")
    WHERE coalesce(s.comments, 0) - coalesce(c.comments, 0) NOT BETWEEN 0 AND coalesce(gone.comments, 0)
      OR coalesce(s.threads, 0) - coalesce(c.threads, 0) NOT BETWEEN 0 AND coalesce(gone.comments, 0)`;
  return z.array(difference).parse(rows);
}
