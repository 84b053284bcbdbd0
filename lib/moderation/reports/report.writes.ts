import type { Tx } from "@/lib/database/client";
import type { ReportOutcome } from "@/lib/moderation/reports/report.rules";

/** Tells everybody who reported a comment in these cases what became of it; nothing while it waits. */
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
    participantId === null ? [] : [{ participantId, commentId, kind: `report-${outcome}`, facts }],
  );
  if (notices.length > 0) await tx.notice.createMany({ data: notices });
}
