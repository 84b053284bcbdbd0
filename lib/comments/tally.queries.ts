import { z } from "zod";
import { db } from "@/lib/database/client";

const difference = z.object({
  strategyId: z.string(),
  lepId: z.string(),
  by: z.string(),
  key: z.string(),
  kept: z.string(),
  counted: z.string(),
});
export type TallyDifference = z.infer<typeof difference>;

/** Where the tallies that are kept differ from the comments themselves; empty when all agree. */
export async function verifyTallies(): Promise<TallyDifference[]> {
  const rows = await db().$queryRaw`
    SELECT "strategyId", "lepId", by, key,
      concat_ws('/', coalesce(k.comments, 0), coalesce(k.threads, 0)) AS kept,
      concat_ws('/', coalesce(c.comments, 0), coalesce(c.threads, 0)) AS counted
    FROM tallies k FULL JOIN tallies_counted c USING ("strategyId", "lepId", by, key)
    WHERE (coalesce(k.comments, 0), coalesce(k.threads, 0))
      <> (coalesce(c.comments, 0), coalesce(c.threads, 0))`;
  return z.array(difference).parse(rows);
}
