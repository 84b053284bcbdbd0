import type { Tx } from "@/lib/database/client";
import type { NoticeKind } from "@/lib/notifications/notice.rules";
import type { CaseKind } from "@/prisma/generated/enums";

/**
 * Lifts the sanctions that an upheld appeal overturns: the one that was appealed against, or those that were imposed for
 * a comment that keeps to the rules after all.
 */
export async function liftSanctionsAfterAppeal(
  tx: Tx,
  appeal: { caseId: string; kind: CaseKind; commentId: string },
  now: Date,
): Promise<void> {
  const { caseId, kind, commentId } = appeal;
  const decision = kind === "sanction_appeal" ? { appeal: { caseId } } : { commentId };
  const sanctions = await tx.sanction.findMany({
    where: { liftedAt: null, decision },
    select: { id: true, participantId: true },
  });
  await tx.sanction.updateMany({ where: { id: { in: sanctions.map(({ id }) => id) } }, data: { liftedAt: now } });
  if (kind === "sanction_appeal") return; // the notice of the decision covers it
  await tx.notice.createMany({
    data: sanctions.map(({ id, participantId }) => ({
      participantId,
      commentId,
      kind: "sanction-lifted" satisfies NoticeKind,
      facts: { sanction: id },
    })),
  });
}
