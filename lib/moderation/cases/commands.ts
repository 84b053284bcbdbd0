import type { Tx } from "@/lib/db";
import { dueAt } from "@/lib/moderation/cases/rules";
import { markQueue } from "@/lib/moderation/queue/commands";
import type { CaseKind } from "@/prisma/generated/enums";

export type NewCase = {
  kind: CaseKind;
  strategyId: string;
  commentId: string;
  revision: number;
  /** The union whose words these are: none of its reps decides. */
  ofUnionId?: string;
};

/** Opens a case with the reps of the strategy's lead body, in the caller's transaction. */
export async function openCase(tx: Tx, opened: NewCase): Promise<{ id: string; areaId: string }> {
  const { leadBodyId: areaId } = await tx.strategy.findUniqueOrThrow({
    where: { id: opened.strategyId },
    select: { leadBodyId: true },
  });
  const { id } = await tx.case.create({
    data: { ...opened, areaId, dueAt: dueAt(opened.kind, new Date()) },
    select: { id: true },
  });
  await markQueue(tx, areaId);
  return { id, areaId };
}
