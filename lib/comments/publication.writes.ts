import type { Tx } from "@/lib/database/client";
import { transitionComment } from "@/lib/moderation/decisions/transition.writes";
import { transitionColumns } from "@/lib/moderation/decisions/transition-columns.rules";

/** Publishes a comment that was just written, where a strategy publishes first. In the caller's transaction. */
export async function publishSubmittedComment(tx: Tx, commentId: string, text: string): Promise<void> {
  const comment = await tx.comment.findUniqueOrThrow({ where: { id: commentId }, select: transitionColumns });
  if (!(await transitionComment(tx, comment, "published", new Date(), { text })))
    throw new Error("A comment moved before anybody could see it.");
}
