import { db } from "@/lib/database/client";

/** A time that the closing day was moved. */
export type Extension = { before: Date | null; after: Date; reason: string };

/** Each time that a strategy's closing day was moved, the newest first. */
export async function listExtensions(strategyId: string): Promise<Extension[]> {
  return db().strategyExtension.findMany({
    where: { strategyId },
    orderBy: { at: "desc" },
    select: { before: true, after: true, reason: true },
  });
}

/** Whether the lead body has said that all is answered. */
export const hasCompletedAnswers = async (strategyId: string): Promise<boolean> =>
  (await db().answersClosure.count({ where: { strategyId } })) > 0;
