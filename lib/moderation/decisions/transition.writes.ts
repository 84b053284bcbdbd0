import { findSectionFoundationId } from "@/lib/comments/comment.queries";
import { addToTallies } from "@/lib/comments/tally.writes";
import type { Tx } from "@/lib/database/client";
import { invalidateTags } from "@/lib/database/invalidation";
import { startOfWeek } from "@/lib/dates";
import type { CommentForTransition } from "@/lib/moderation/decisions/transition.rules";
import { invalidateStrategyPages } from "@/lib/strategies/strategy.writes";
import type { CommentState } from "@/prisma/generated/enums";

/** Changes of what readers see. */
type VisibleChange = { text?: string; isRedacted?: true };

/** Locks a comment until the transaction ends. */
export async function lockComment(tx: Tx, id: string): Promise<void> {
  await tx.$queryRaw`SELECT FROM comments WHERE id = ${id} FOR UPDATE`;
}

/**
 * Moves a comment to another state and updates the counts and pages that depend on it.
 * @returns false, with nothing changed, when the comment has changed since it was read
 */
export async function transitionComment(
  tx: Tx,
  comment: CommentForTransition,
  to: CommentState,
  now: Date,
  visibleChange: VisibleChange = {},
): Promise<boolean> {
  if (!(await beginTransition(tx, comment, to, now, visibleChange))) return false;
  await finishTransition(tx, comment, to, now);
  return true;
}

/**
 * The first half of a transition: the comment itself. The caller must call `finishTransition` later, as late in the
 * transaction as possible, because it locks rows that every other transition of the strategy needs.
 * @returns false, with nothing changed, when the comment has changed since it was read
 */
export async function beginTransition(
  tx: Tx,
  { id, state, version, revision, week }: CommentForTransition,
  to: CommentState,
  now: Date,
  visibleChange: VisibleChange = {},
): Promise<boolean> {
  const { count } = await tx.comment.updateMany({
    where: { id, version, state, revision },
    data: {
      state: to,
      version: { increment: 1 },
      ...(to === "published" && { week: week ?? startOfWeek(now) }),
      ...visibleChange,
    },
  });
  return count > 0;
}

/** The second half of a transition: the thread, the cached pages, and last the tallies. */
export async function finishTransition(
  tx: Tx,
  comment: CommentForTransition,
  to: CommentState,
  now: Date,
): Promise<void> {
  const { threadId, strategyId, thread, lepId, state: from } = comment;
  const publishedDelta = Number(to === "published") - Number(from === "published");
  if (comment.isReply && publishedDelta !== 0) {
    await tx.thread.update({ where: { id: threadId }, data: { replyCount: { increment: publishedDelta } } });
  }
  if (!comment.isReply && publishedDelta === 1 && !thread.week) {
    await tx.thread.update({ where: { id: threadId }, data: { week: startOfWeek(now) } });
  }
  await invalidateTags(tx, `thread:${threadId}`);
  await invalidateStrategyPages(tx, strategyId); // each summary of a LEP also shows the number of comments on the strategy
  if (publishedDelta === 0) return;
  const foundationId = await findSectionFoundationId(strategyId, thread.sectionId, tx);
  const themeIds = comment.themes.map(({ themeId }) => themeId);
  const tallyKey = { strategyId, lepId, sectionId: thread.sectionId, foundationId, stance: comment.stance, themeIds };
  await addToTallies(tx, tallyKey, { comments: publishedDelta, threads: comment.isReply ? 0 : publishedDelta });
}
