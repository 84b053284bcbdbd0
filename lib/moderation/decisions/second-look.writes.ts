import type { Tx } from "@/lib/database/client";
import { isPublishable } from "@/lib/moderation/decisions/transition.rules";
import { openCase } from "@/lib/moderation/queue/case.writes";
import type { CommentState } from "@/prisma/generated/enums";

type ReviewedComment = { id: string; strategyId: string; revision: number; state: CommentState };

/**
 * Opens a new case when a second look disagrees with a publication, unless the comment has an open one. Of an unpublished
 * comment only the author is notified, by `decideCase`, and can appeal.
 */
export async function reopenAfterDisagreement(
  tx: Tx,
  { id, strategyId, revision, state }: ReviewedComment,
): Promise<void> {
  if (!isPublishable(state)) return;
  const existingCase = await tx.case.findFirst({
    where: { commentId: id, state: "open", kind: { in: ["check", "report", "illegal"] } },
    select: { id: true },
  });
  if (!existingCase) await openCase(tx, { kind: "check", strategyId, commentId: id, revision });
}
