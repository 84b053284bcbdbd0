import type { Tx } from "@/lib/database/client";
import { NotFound } from "@/lib/errors";
import type { ReactionValue } from "@/prisma/generated/enums";

/**
 * Stores a reaction, in place of an earlier one by the same participant. The next edition counts it.
 * @throws NotFound (the comment is no longer published)
 */
export async function storeReaction(
  tx: Tx,
  commentId: string,
  participantId: string,
  value: ReactionValue,
): Promise<void> {
  const storedCount = await tx.$executeRaw`
    INSERT INTO reactions ("commentId", "participantId", value)
    SELECT id, ${participantId}, ${value}::"ReactionValue" FROM comments WHERE id = ${commentId} AND state = 'published'
    ON CONFLICT ("commentId", "participantId") DO UPDATE SET value = excluded.value`;
  if (storedCount === 0) throw new NotFound(); // a rep removed it a moment ago
}

/** Deletes the reactions to a comment, whose text is about to be another, with its counts. It is not published meanwhile. */
export async function deleteReactionsTo(tx: Tx, commentId: string): Promise<void> {
  await tx.reaction.deleteMany({ where: { commentId } });
  await tx.comment.update({ where: { id: commentId }, data: { agrees: 0, disagrees: 0, passes: 0 } });
}
