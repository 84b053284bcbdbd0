import { type Tx, transact } from "@/lib/database/client";
import { Conflict, NotFound } from "@/lib/errors";
import { isPublicChange, transitionColumns } from "@/lib/moderation/decisions/transition.rules";
import { invalidateCommentPages, lockComment } from "@/lib/moderation/decisions/transition.writes";
import { sealOriginal } from "@/lib/moderation/originals/redaction.writes";
import { closeMootCases } from "@/lib/moderation/queue/case.writes";
import { listOwnParticipantIds } from "@/lib/people/participant.queries";
import type { Person } from "@/lib/people/person.policy";

/**
 * Withdraws a comment, at any time: its text is deleted at once, replies stay. The text that was reported as illegal is
 * sealed first, like the original of a redaction: the report may lead to a court.
 * @throws NotFound when it is not this person's
 */
export async function withdrawComment(person: Person, commentId: string): Promise<void> {
  const ownIds = await listOwnParticipantIds(person);
  const now = new Date();
  await transact(async (tx) => {
    await lockComment(tx, commentId); // an edition may be publishing it
    const comment = await tx.comment.findFirst({
      where: { id: commentId, participantId: { in: ownIds }, state: { notIn: ["withdrawn", "removed"] } },
      select: {
        ...transitionColumns,
        cases: { where: { state: "open", kind: "illegal" }, take: 1, select: { revision: true } },
      },
    });
    if (!comment) throw new NotFound();
    const { count } = await tx.comment.updateMany({
      where: { id: comment.id, version: comment.version },
      data: { state: "withdrawn", text: "", readyAt: null, version: { increment: 1 } },
    });
    if (count === 0) throw new Conflict("A rep has just made a decision about this comment. Check it again.");
    const [report] = comment.cases;
    if (report) await sealReported(tx, commentId, report.revision);
    await tx.revision.updateMany({ where: { commentId }, data: { text: "" } });
    await closeMootCases(tx, { commentId, state: "withdrawn" }, now);
    if (isPublicChange(comment, "withdrawn")) await invalidateCommentPages(tx, comment);
  });
}

async function sealReported(tx: Tx, commentId: string, number: number): Promise<void> {
  const where = { commentId_number: { commentId, number } };
  const { text } = await tx.revision.findUniqueOrThrow({ where, select: { text: true } });
  await sealOriginal(tx, { commentId, revision: number, decisionId: null, text });
}
