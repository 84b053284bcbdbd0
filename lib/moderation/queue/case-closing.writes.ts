import type { Tx } from "@/lib/database/client";
import { notifyQueue } from "@/lib/moderation/queue/queue.writes";
import { reportOutcome } from "@/lib/moderation/reports/report.rules";
import { notifyReporters } from "@/lib/moderation/reports/report.writes";
import type { CaseKind, CommentState } from "@/prisma/generated/enums";

/**
 * Closes the open cases of a comment that have nothing left to decide, in the caller's transaction, and tells those
 * who reported it what became of it.
 * @param comment its state from now on
 */
export async function closeMootCases(
  tx: Tx,
  { commentId, state }: { commentId: string; state: CommentState },
  now: Date,
  isMoot: (kind: CaseKind) => boolean = (kind) => kind !== "sanction_appeal",
): Promise<void> {
  const openCases = await tx.case.findMany({
    where: { commentId, state: "open" },
    select: { id: true, kind: true, areaId: true },
  });
  const mootCases = openCases.filter(({ kind }) => isMoot(kind));
  if (mootCases.length === 0) return;
  const ids = mootCases.map(({ id }) => id);
  const closing = { decidedAt: now, claimedById: null, claimedUntil: null };
  await tx.case.updateMany({ where: { id: { in: ids }, state: "open" }, data: { state: "lapsed", ...closing } });
  await notifyReporters(tx, ids, reportOutcome({ state: "lapsed", action: null, commentState: state }), {});
  await notifyQueue(tx, ...new Set(mootCases.map(({ areaId }) => areaId)));
}
