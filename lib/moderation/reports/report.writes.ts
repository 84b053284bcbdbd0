import type { Tx } from "@/lib/database/client";
import type { ReportOutcome } from "@/lib/moderation/reports/report.rules";
import type { NoticeKind } from "@/lib/notifications/notice.rules";

/** Notifies the reporters of these cases of the outcome; does nothing while it is pending. */
export async function notifyReporters(
  tx: Tx,
  caseIds: string[],
  outcome: ReportOutcome,
  facts: { decision?: string },
): Promise<void> {
  if (outcome === "pending") return;
  const reports = await tx.report.findMany({
    where: { caseId: { in: caseIds }, participantId: { not: null } },
    select: { participantId: true, case: { select: { commentId: true } } },
  });
  const notices = reports.flatMap(({ participantId, case: { commentId } }) =>
    participantId === null ? [] : [{ participantId, commentId, kind: `report-${outcome}` satisfies NoticeKind, facts }],
  );
  if (notices.length > 0) await tx.notice.createMany({ data: notices });
}
