import { db } from "@/lib/database/client";

/** One move of the closing day. */
export type Extension = { before: Date | null; after: Date; reason: string };

/** Every move of a strategy's closing day, the newest first. */
export async function listExtensions(strategyId: string): Promise<Extension[]> {
  return db().strategyExtension.findMany({
    where: { strategyId },
    orderBy: { at: "desc" },
    select: { before: true, after: true, reason: true },
  });
}

/** Whether the lead body has declared its answers complete. */
export const hasCompletedAnswers = async (strategyId: string): Promise<boolean> =>
  (await db().answersClosure.count({ where: { strategyId } })) > 0;
