import type { Tx } from "@/lib/database/client";
import { invalidateTags } from "@/lib/database/invalidation";
import { type CommentForTransition, isPublicChange } from "@/lib/moderation/decisions/transition.rules";
import { invalidateStrategyPages } from "@/lib/strategies/strategy.writes";
import type { CommentState } from "@/prisma/generated/enums";

/** Changes of what readers see. */
type VisibleChange = { text?: string; isRedacted?: true };

/** Locks a comment until the transaction ends. */
export async function lockComment(tx: Tx, id: string): Promise<void> {
  await tx.$queryRaw`SELECT FROM comments WHERE id = ${id} FOR UPDATE`;
}

/** Locks the comment of a case until the transaction ends. */
export async function lockCommentOfCase(tx: Tx, caseId: string): Promise<void> {
  await tx.$queryRaw`SELECT FROM comments WHERE id = (SELECT "commentId" FROM cases WHERE id = ${caseId}) FOR UPDATE`;
}

/**
 * Moves a comment to another state. Counts follow with the next edition, and so does a publication: only an
 * edition moves a comment from `ready` to `published`.
 * @returns false, with nothing changed, when the comment has changed since it was read
 */
export async function transitionComment(
  tx: Tx,
  comment: CommentForTransition,
  to: CommentState,
  now: Date,
  visibleChange: VisibleChange = {},
): Promise<boolean> {
  const { id, version, state, revision } = comment;
  const { count } = await tx.comment.updateMany({
    where: { id, version, state, revision },
    data: { state: to, version: { increment: 1 }, readyAt: to === "ready" ? now : null, ...visibleChange },
  });
  if (count > 0 && isPublicChange(comment, to)) await invalidateCommentPages(tx, comment);
  return count > 0;
}

/** Whether an edition has published a comment since it was read as ready, and nothing else has changed it. */
export async function wasPublished(tx: Tx, { id, version, state, revision }: CommentForTransition): Promise<boolean> {
  if (state !== "ready") return false;
  return (await tx.comment.count({ where: { id, version, revision, state: "published" } })) > 0;
}

/** Drops the cached pages that show a comment. Only for what readers see at once, outside editions. */
export async function invalidateCommentPages(
  tx: Tx,
  { strategyId, threadId }: Pick<CommentForTransition, "strategyId" | "threadId">,
): Promise<void> {
  await invalidateTags(tx, `thread:${threadId}`);
  await invalidateStrategyPages(tx, strategyId); // each summary of a LEP also shows the number of comments on the strategy
}
