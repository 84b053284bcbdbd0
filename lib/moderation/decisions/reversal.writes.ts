import type { Tx } from "@/lib/database/client";
import { notifyQueue } from "@/lib/moderation/queue/queue.writes";
import type { NoticeKind } from "@/lib/notifications/notice.rules";

/**
 * Reopens the case of a decision, and the comment's other cases that the decision closed, and notifies their
 * reporters. @param decision.closedAt when the decision was taken
 */
export async function restoreCases(
  tx: Tx,
  { caseId, commentId, closedAt }: { caseId: string; commentId: string; closedAt: Date },
): Promise<void> {
  const cases = await tx.case.findMany({
    where: { OR: [{ id: caseId }, { commentId, state: "lapsed", decidedAt: closedAt }] },
    select: { id: true, areaId: true },
  });
  const ids = cases.map(({ id }) => id);
  await tx.case.updateMany({ where: { id: { in: ids } }, data: { state: "open", decidedAt: null } });
  const reports = await tx.report.findMany({
    where: { caseId: { in: ids }, participantId: { not: null } },
    select: { participantId: true },
  });
  await tx.notice.createMany({
    data: reports.flatMap(({ participantId }) =>
      participantId === null
        ? []
        : [{ participantId, commentId, kind: "report-reopened" satisfies NoticeKind, facts: {} }],
    ),
  });
  await notifyQueue(tx, ...new Set(cases.map(({ areaId }) => areaId)));
}

/** Reinstates the sanctions that a decision on an appeal lifted. @param liftedAt when it was taken */
export async function restoreSanctions(tx: Tx, participantId: string, liftedAt: Date): Promise<void> {
  await tx.sanction.updateMany({ where: { participantId, liftedAt }, data: { liftedAt: null } });
}
