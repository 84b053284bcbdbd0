import type { Tx } from "@/lib/db";
import { dueAt } from "@/lib/moderation/cases/rules";
import { findAround, listSettings } from "@/lib/moderation/checks/queries";
import { runChecks, sameWordsOf } from "@/lib/moderation/checks/rules";
import { passIfNobody } from "@/lib/moderation/passing/commands";
import { markQueue } from "@/lib/moderation/queue/commands";
import { keyedHash } from "@/lib/secrets";
import type { CaseKind } from "@/prisma/generated/enums";

export type NewCase = {
  kind: CaseKind;
  strategyId: string;
  commentId: string;
  revision: number;
  /** The union whose words these are: none of its reps decides. */
  ofUnionId?: string;
};

/**
 * Opens a case with the reps of the strategy's lead body, in the caller's transaction: the checks look at the words
 * and note what they find. A case that none of these reps could decide goes to another area.
 */
export async function openCase(tx: Tx, opened: NewCase): Promise<{ id: string; areaId: string }> {
  const { strategyId, commentId, revision } = opened;
  const { leadBodyId: areaId } = await tx.strategy.findUniqueOrThrow({
    where: { id: strategyId },
    select: { leadBodyId: true },
  });
  const { text, comment } = await tx.revision.findUniqueOrThrow({
    where: { commentId_number: { commentId, number: revision } },
    select: { text: true, comment: { select: { participantId: true } } },
  });
  const now = new Date();
  const sameText = keyedHash("same-text", sameWordsOf(text));
  const around = await findAround(tx, { commentId, strategyId, participantId: comment.participantId, sameText }, now);
  const hits = runChecks({ text, ...around }, await listSettings(strategyId, tx));
  const { id } = await tx.case.create({
    data: {
      ...opened,
      areaId,
      sameText,
      isDistressing: hits.some(({ rule }) => rule === "distress"),
      dueAt: dueAt(opened.kind, now),
      hits: { createMany: { data: hits } },
    },
    select: { id: true },
  });
  await markQueue(tx, areaId);
  if (opened.kind !== "pre_moderation" || opened.ofUnionId) await passIfNobody(tx, id);
  return { id, areaId };
}
