import { foundationOf } from "@/lib/comments/comment.queries";
import { tally } from "@/lib/comments/tally.writes";
import { markStale, type Tx } from "@/lib/database/client";
import { weekOf } from "@/lib/dates";
import type { CommentState, Stance } from "@/prisma/generated/enums";

/** What a move needs to know of a comment. */
export type MovedComment = {
  id: string;
  state: CommentState;
  version: number;
  revision: number;
  isReply: boolean;
  threadId: string;
  strategyId: string;
  lepId: string | null;
  stance: Stance | null;
  week: Date | null;
  themes: { themeId: string }[];
  thread: { sectionId: string; week: Date | null };
};

/** What readers see from now on; left out, it stays. */
type Shown = { text?: string; isRedacted?: true };

/** Waits until nobody else changes this comment, and keeps others from it until the caller's transaction ends. */
export async function lockComment(tx: Tx, id: string): Promise<void> {
  await tx.$queryRaw`SELECT FROM comments WHERE id = ${id} FOR UPDATE`;
}

/**
 * Moves a comment from its state to another, with everything that lists and pages show of it, in the caller's
 * transaction.
 * @returns false when the comment is no longer as it was read: nothing is changed then
 */
export async function moveComment(
  tx: Tx,
  comment: MovedComment,
  to: CommentState,
  now: Date,
  shown: Shown = {},
): Promise<boolean> {
  if (!(await beginMove(tx, comment, to, now, shown))) return false;
  await finishMove(tx, comment, to, now);
  return true;
}

/**
 * The first half of a move: the comment itself. Whoever is second finds it changed. The caller sees to it that
 * `finishMove` follows, late in the transaction, for it takes rows that every other move of the strategy waits for.
 * @returns false when the comment is no longer as it was read: nothing is changed then
 */
export async function beginMove(
  tx: Tx,
  { id, state, version, revision, week }: MovedComment,
  to: CommentState,
  now: Date,
  shown: Shown = {},
): Promise<boolean> {
  const { count } = await tx.comment.updateMany({
    where: { id, version, state, revision },
    data: {
      state: to,
      version: { increment: 1 },
      ...(to === "published" && { week: week ?? weekOf(now) }),
      ...shown,
    },
  });
  return count > 0;
}

/** The second half: keeps what lists and pages show in step with the comment's move; the tallies last. */
export async function finishMove(tx: Tx, comment: MovedComment, to: CommentState, now: Date): Promise<void> {
  const { threadId, strategyId, thread, lepId, state: from } = comment;
  const published = Number(to === "published") - Number(from === "published");
  if (comment.isReply && published !== 0) {
    await tx.thread.update({ where: { id: threadId }, data: { replyCount: { increment: published } } });
  }
  if (!comment.isReply && published === 1 && !thread.week) {
    await tx.thread.update({ where: { id: threadId }, data: { week: weekOf(now) } });
  }
  await markStale(tx, `strategy:${strategyId}`, `thread:${threadId}`, ...(lepId ? [`body:${lepId}`] : []));
  if (published === 0) return;
  const foundationId = await foundationOf(strategyId, thread.sectionId, tx);
  const themeIds = comment.themes.map(({ themeId }) => themeId);
  const counted = { strategyId, lepId, sectionId: thread.sectionId, foundationId, stance: comment.stance, themeIds };
  await tally(tx, counted, { comments: published, threads: comment.isReply ? 0 : published });
}
