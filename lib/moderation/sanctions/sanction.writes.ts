import type { Tx } from "@/lib/database/client";
import type { CaseKind } from "@/prisma/generated/enums";

/**
 * Ends the sanctions that an upheld appeal takes the ground from, in the caller's transaction: the one that was
 * appealed against, or those given for a comment that turns out to keep to the rules.
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
  if (kind === "sanction_appeal") return; // the notice of the decision says so
  await tx.notice.createMany({
    data: sanctions.map(({ id, participantId }) => ({
      participantId,
      commentId,
      kind: "sanction-lifted",
      facts: { sanction: id },
    })),
  });
}
