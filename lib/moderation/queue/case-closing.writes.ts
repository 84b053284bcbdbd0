import type { Tx } from "@/lib/database/client";
import { markQueue } from "@/lib/moderation/queue/queue.writes";
import { outcomeOf } from "@/lib/moderation/reports/report.rules";
import { tellFlaggers } from "@/lib/moderation/reports/report.writes";
import type { CaseKind, CommentState } from "@/prisma/generated/enums";

/**
 * Closes the open cases of a comment that have nothing left to decide, in the caller's transaction, and tells those
 * who reported it what became of it.
 * @param comment its state from now on
 */
export async function lapseCases(
  tx: Tx,
  { commentId, state }: { commentId: string; state: CommentState },
  now: Date,
  isOver: (kind: CaseKind) => boolean = (kind) => kind !== "sanction_appeal",
): Promise<void> {
  const open = await tx.case.findMany({
    where: { commentId, state: "open" },
    select: { id: true, kind: true, areaId: true },
  });
  const over = open.filter(({ kind }) => isOver(kind));
  if (over.length === 0) return;
  const ids = over.map(({ id }) => id);
  const closed = { decidedAt: now, claimedById: null, claimedUntil: null };
  await tx.case.updateMany({ where: { id: { in: ids }, state: "open" }, data: { state: "lapsed", ...closed } });
  await tellFlaggers(tx, ids, outcomeOf({ state: "lapsed", deed: null, commentState: state }), {});
  await markQueue(tx, ...new Set(over.map(({ areaId }) => areaId)));
}
