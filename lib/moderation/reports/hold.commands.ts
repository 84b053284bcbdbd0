import { recordEvent } from "@/lib/audit/record.writes";
import { db, type Tx } from "@/lib/database/client";
import { lockComment, moveComment } from "@/lib/moderation/decisions/transition.writes";
import { movedColumns } from "@/lib/moderation/decisions/transition-columns.rules";

const mostAtOnce = 200;

/**
 * Puts back what a report of illegal content took off its page, where nobody decided in time. The case stays open.
 * For a job. @returns how many came back
 */
export async function endHolds(now = new Date()): Promise<number> {
  const over = await db().case.findMany({
    where: { heldUntil: { lt: now }, state: "open", comment: { state: "held" } },
    orderBy: { heldUntil: "asc" },
    take: mostAtOnce,
    select: { id: true, commentId: true },
  });
  let ended = 0;
  for (const { id, commentId } of over) if (await db().$transaction((tx) => endHold(tx, id, commentId, now))) ended++;
  return ended;
}

async function endHold(tx: Tx, caseId: string, commentId: string, now: Date): Promise<boolean> {
  await lockComment(tx, commentId);
  const isStill = await tx.case.count({ where: { id: caseId, state: "open", comment: { state: "held" } } });
  if (isStill === 0) return false; // a rep or the author was first
  const comment = await tx.comment.findUniqueOrThrow({
    where: { id: commentId },
    select: { ...movedColumns, participantId: true },
  });
  if (!(await moveComment(tx, comment, "published", now))) throw new Error("A comment moved though it was locked.");
  const { participantId } = comment;
  await tx.notice.create({ data: { participantId, commentId, kind: "comment-shown-again", facts: {} } });
  await recordEvent(tx, { deed: "moderation.endHold", accountId: null, subject: `comment:${commentId}` });
  return true;
}
