import { ownParticipantIds } from "@/lib/comments/own/queries";
import { foundationOf } from "@/lib/comments/queries";
import { db, markStale } from "@/lib/db";
import { Conflict, NotFound } from "@/lib/errors";
import { lapseCases } from "@/lib/moderation/cases/lapsing/commands";
import type { Person } from "@/lib/people/policy";
import { tally } from "@/lib/summaries/tallies/commands";

/**
 * Takes a comment back, at any time: its words go at once, replies stay.
 * @throws NotFound when it is not this person's
 */
export async function withdraw(person: Person, commentId: string): Promise<void> {
  const ownIds = await ownParticipantIds(person);
  await db().$transaction(async (tx) => {
    const comment = await tx.comment.findFirst({
      where: { id: commentId, participantId: { in: ownIds }, state: { notIn: ["withdrawn", "removed"] } },
      select: {
        id: true,
        state: true,
        version: true,
        isReply: true,
        threadId: true,
        strategyId: true,
        lepId: true,
        stance: true,
        themes: { select: { themeId: true } },
        thread: { select: { sectionId: true } },
      },
    });
    if (!comment) throw new NotFound();
    const { count } = await tx.comment.updateMany({
      where: { id: comment.id, version: comment.version },
      data: { state: "withdrawn", text: "", version: { increment: 1 } },
    });
    if (count === 0) throw new Conflict("A rep decided on this comment a moment ago. Look again.");
    await tx.revision.updateMany({ where: { commentId }, data: { text: "" } });
    await lapseCases(tx, { commentId, state: "withdrawn" }, new Date());
    const isPublished = comment.state === "published";
    if (isPublished && comment.isReply) {
      await tx.thread.update({ where: { id: comment.threadId }, data: { replyCount: { decrement: 1 } } });
    }
    const foundationId = await foundationOf(comment.strategyId, comment.thread.sectionId, tx);
    const counted = {
      ...comment,
      sectionId: comment.thread.sectionId,
      foundationId,
      themeIds: comment.themes.map((theme) => theme.themeId),
    };
    await tally(tx, counted, {
      comments: isPublished ? -1 : 0,
      threads: isPublished && !comment.isReply ? -1 : 0,
    });
    await markStale(
      tx,
      `strategy:${comment.strategyId}`,
      `thread:${comment.threadId}`,
      ...(comment.lepId ? [`body:${comment.lepId}`] : []),
    );
  });
}
