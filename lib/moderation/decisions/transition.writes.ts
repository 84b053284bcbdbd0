import { findSectionFoundationId } from "@/lib/comments/comment.queries";
import { addToTallies } from "@/lib/comments/tally.writes";
import type { Tx } from "@/lib/database/client";
import { invalidateTags } from "@/lib/database/invalidation";
import { startOfWeek } from "@/lib/dates";
import type { CommentForTransition } from "@/lib/moderation/decisions/transition.rules";
import type { CommentState } from "@/prisma/generated/enums";

/** What readers see from now on; left out, it stays. */
type VisibleChange = { text?: string; isRedacted?: true };

/** Waits until nobody else changes this comment, and keeps others from it until the caller's transaction ends. */
export async function lockComment(tx: Tx, id: string): Promise<void> {
  await tx.$queryRaw`SELECT FROM comments WHERE id = ${id} FOR UPDATE`;
}

/**
 * Moves a comment from its state to another, with everything that lists and pages show of it, in the caller's
 * transaction.
 * @returns false when the comment is no longer as it was read: nothing is changed then
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
 * The first half of a transition: the comment itself. Whoever is second finds it changed. The caller sees to it that
 * `finishTransition` follows, late in the transaction, for it takes rows that every other transition of the strategy waits for.
 * @returns false when the comment is no longer as it was read: nothing is changed then
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

/** The second half: keeps what lists and pages show in step with the transition; the tallies last. */
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
  await invalidateTags(tx, `strategy:${strategyId}`, `thread:${threadId}`, ...(lepId ? [`body:${lepId}`] : []));
  if (publishedDelta === 0) return;
  const foundationId = await findSectionFoundationId(strategyId, thread.sectionId, tx);
  const themeIds = comment.themes.map(({ themeId }) => themeId);
  const tallyKey = { strategyId, lepId, sectionId: thread.sectionId, foundationId, stance: comment.stance, themeIds };
  await addToTallies(tx, tallyKey, { comments: publishedDelta, threads: comment.isReply ? 0 : publishedDelta });
}
