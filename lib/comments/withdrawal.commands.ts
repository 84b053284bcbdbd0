import { ownParticipantIds } from "@/lib/comments/own-comment.queries";
import { db } from "@/lib/database/client";
import { Conflict, NotFound } from "@/lib/errors";
import { finishMove } from "@/lib/moderation/decisions/transition.writes";
import { movedColumns } from "@/lib/moderation/decisions/transition-columns.rules";
import { lapseCases } from "@/lib/moderation/queue/case-closing.writes";
import type { Person } from "@/lib/people/person.policy";

/**
 * Takes a comment back, at any time: its words go at once, replies stay.
 * @throws NotFound when it is not this person's
 */
export async function withdraw(person: Person, commentId: string): Promise<void> {
  const ownIds = await ownParticipantIds(person);
  const now = new Date();
  await db().$transaction(async (tx) => {
    const comment = await tx.comment.findFirst({
      where: { id: commentId, participantId: { in: ownIds }, state: { notIn: ["withdrawn", "removed"] } },
      select: movedColumns,
    });
    if (!comment) throw new NotFound();
    const { count } = await tx.comment.updateMany({
      where: { id: comment.id, version: comment.version },
      data: { state: "withdrawn", text: "", version: { increment: 1 } },
    });
    if (count === 0) throw new Conflict("A rep decided on this comment a moment ago. Look again.");
    await tx.revision.updateMany({ where: { commentId }, data: { text: "" } });
    await lapseCases(tx, { commentId, state: "withdrawn" }, now);
    await finishMove(tx, comment, "withdrawn", now);
  });
}
