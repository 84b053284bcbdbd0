import { db } from "@/lib/database/client";

/** Whether what is written there is public before a rep has read it, so that its writer can be told beforehand. */
export async function isPostModerated(strategyId: string): Promise<boolean> {
  return (await db().strategy.count({ where: { id: strategyId, moderation: "after" } })) > 0;
}
