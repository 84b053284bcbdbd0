import type { Tx } from "@/lib/database/client";
import { isPublishable } from "@/lib/moderation/decisions/transition.rules";
import { openCase } from "@/lib/moderation/queue/case.writes";
import type { CommentState } from "@/prisma/generated/enums";

type ReviewedComment = { id: string; strategyId: string; revision: number; state: CommentState };

/**
 * Opens a new case when a second look disagrees with a publication that still holds, unless the comment has an open one.
 * When it disagrees with a refusal, only the author is notified, by `decideCase`, and can appeal.
 * @param reviewedState the state to which the decision under review brought the comment
 */
export async function reopenAfterDisagreement(
  tx: Tx,
  { id, strategyId, revision, state }: ReviewedComment,
  reviewedState: CommentState | null,
): Promise<void> {
  if (!isPublishable(state) || reviewedState === null || !isPublishable(reviewedState)) return;
  const existingCase = await tx.case.findFirst({
    where: { commentId: id, state: "open", kind: { in: ["check", "report", "illegal"] } },
    select: { id: true },
  });
  if (!existingCase) await openCase(tx, { kind: "check", strategyId, commentId: id, revision });
}
