import { z } from "zod";
import { db } from "@/lib/database/client";

const listedThreadDifference = z.object({ id: z.string(), key: z.string() });

/** Threads that are listed wrongly under a theme or stance, or with wrong sort keys; empty when all agree. */
export async function verifyListedThreads(): Promise<z.infer<typeof listedThreadDifference>[]> {
  const rows = await db().$queryRaw`
    WITH expected AS (
      SELECT t."strategyId", key, t.id, t.week, t."replyCount", t.support
      FROM threads t JOIN comments c ON c."threadId" = t.id AND NOT c."isReply" AND c.state = 'published',
        listed_thread_keys(c.id, c.stance) key
    ), stored AS (SELECT "strategyId", key, id, week, "replyCount", support FROM listed_threads)
    SELECT DISTINCT id, key FROM (
      (TABLE expected EXCEPT TABLE stored) UNION ALL (TABLE stored EXCEPT TABLE expected)
    ) differences ORDER BY id, key`;
  return z.array(listedThreadDifference).parse(rows);
}
