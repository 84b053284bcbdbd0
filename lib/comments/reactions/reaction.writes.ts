import type { Tx } from "@/lib/database/client";
import { Conflict, NotFound } from "@/lib/errors";
import type { ReactionValue } from "@/prisma/generated/enums";

// wilson_lower_bound, the score of support: prisma/migrations/20261130000300_support_score.

/**
 * Stores a reaction, in place of an earlier one by the same participant, with the counts beside the comment and the
 * support of its thread.
 * @throws NotFound (the comment is no longer published), Conflict (the earlier reaction was deleted meanwhile)
 */
export async function storeReaction(
  tx: Tx,
  commentId: string,
  participantId: string,
  value: ReactionValue,
): Promise<void> {
  const { count } = await tx.reaction.createMany({
    data: [{ commentId, participantId, value }],
    skipDuplicates: true,
  });
  const previous = count === 0 ? await replaceReaction(tx, commentId, participantId, value) : null;
  if (previous === value) return;
  const change = (reaction: ReactionValue) => Number(value === reaction) - Number(previous === reaction);
  // the row of the comment is held until the end, so that counts and support are those of one moment
  const updatedCount = await tx.$executeRaw`
    WITH updated_comment AS (
      UPDATE comments SET agrees = agrees + ${change("agree")}::int, disagrees = disagrees + ${change("disagree")}::int,
        passes = passes + ${change("pass")}::int
      WHERE id = ${commentId} AND state = 'published'
      RETURNING "threadId", "isReply", agrees, agrees + disagrees + passes AS reacted
    ), updated_thread AS (
      UPDATE threads SET support = wilson_lower_bound(agrees, reacted) FROM updated_comment WHERE id = "threadId" AND NOT "isReply"
    )
    SELECT FROM updated_comment`;
  if (updatedCount === 0) throw new NotFound(); // a rep removed it a moment ago
}

/** Deletes the reactions to a comment, whose text is about to be another, with its counts and its thread's support. */
export async function deleteReactionsTo(tx: Tx, commentId: string): Promise<void> {
  await tx.reaction.deleteMany({ where: { commentId } });
  await tx.$executeRaw`
    WITH updated_comment AS (
      UPDATE comments SET agrees = 0, disagrees = 0, passes = 0 WHERE id = ${commentId} RETURNING "threadId", "isReply"
    )
    UPDATE threads SET support = wilson_lower_bound(0, 0) FROM updated_comment
    WHERE threads.id = "threadId" AND NOT "isReply"`;
}

/** Puts a new value in the place of the one that is there. @returns the one that was there */
async function replaceReaction(
  tx: Tx,
  commentId: string,
  participantId: string,
  value: ReactionValue,
): Promise<ReactionValue> {
  const [row] = await tx.$queryRaw<{ value: ReactionValue }[]>`
    SELECT value FROM reactions WHERE "commentId" = ${commentId} AND "participantId" = ${participantId} FOR UPDATE`;
  if (!row) throw new Conflict("Your answer was taken away a moment ago. Give it again.");
  if (row.value !== value) {
    await tx.reaction.update({ where: { commentId_participantId: { commentId, participantId } }, data: { value } });
  }
  return row.value;
}
