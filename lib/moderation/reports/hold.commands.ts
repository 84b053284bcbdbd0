import { recordAuditEvent } from "@/lib/audit/audit-event.writes";
import { db, type Tx } from "@/lib/database/client";
import { transitionColumns } from "@/lib/moderation/decisions/transition.rules";
import { lockComment, transitionComment } from "@/lib/moderation/decisions/transition.writes";
import type { NoticeKind } from "@/lib/notifications/notice.rules";

const batchSize = 200;

/**
 * Makes ready for the next edition the comments that were held after a report of illegal content and not decided in
 * time. Their cases stay open. A job. @returns how many
 */
export async function expireHolds(now = new Date()): Promise<number> {
  const expired = await db().case.findMany({
    where: { heldUntil: { lt: now }, state: "open", comment: { state: "held" } },
    orderBy: { heldUntil: "asc" },
    take: batchSize,
    select: { id: true, commentId: true },
  });
  let expiredCount = 0;
  for (const { id, commentId } of expired)
    if (await db().$transaction((tx) => expireHold(tx, id, commentId, now))) expiredCount++;
  return expiredCount;
}

async function expireHold(tx: Tx, caseId: string, commentId: string, now: Date): Promise<boolean> {
  await lockComment(tx, commentId);
  const stillHeldCount = await tx.case.count({ where: { id: caseId, state: "open", comment: { state: "held" } } });
  if (stillHeldCount === 0) return false; // decided or withdrawn meanwhile
  const comment = await tx.comment.findUniqueOrThrow({
    where: { id: commentId },
    select: { ...transitionColumns, participantId: true },
  });
  if (!(await transitionComment(tx, comment, "ready", now))) throw new Error("A comment moved though it was locked.");
  const { participantId } = comment;
  await tx.notice.create({
    data: { participantId, commentId, kind: "comment-restored" satisfies NoticeKind, facts: {} },
  });
  await recordAuditEvent(tx, { action: "moderation.expireHold", accountId: null, subject: `comment:${commentId}` });
  return true;
}
