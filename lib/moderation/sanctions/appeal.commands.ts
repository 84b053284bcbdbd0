import { type Tx, transact } from "@/lib/database/client";
import { NotFound, RuleViolation } from "@/lib/errors";
import { lockComment } from "@/lib/moderation/decisions/transition.writes";
import { openCaseOnComment } from "@/lib/moderation/queue/case.writes";
import { whyCannotAppeal, whyCannotAppealSanction } from "@/lib/moderation/sanctions/appeal.policy";
import { findForAppeal } from "@/lib/moderation/sanctions/appeal.queries";
import type { AppealInput } from "@/lib/moderation/sanctions/appeal.schema";
import { listOwnParticipantIds } from "@/lib/people/participant.queries";
import type { Person } from "@/lib/people/person.policy";

/**
 * Appeals once against a decision to reject or remove a comment. Another rep decides.
 * @throws NotFound (not theirs), RuleViolation (nothing to appeal against, or appealed already)
 */
export async function submitAppeal(person: Person, commentId: string, { grounds }: AppealInput): Promise<void> {
  const ownIds = await listOwnParticipantIds(person);
  await transact(async (tx) => {
    await lockComment(tx, commentId);
    const target = await findForAppeal(ownIds, commentId, tx);
    if (!target) throw new NotFound();
    const { state: commentState, decision } = target;
    const refusal = whyCannotAppeal({
      commentState,
      action: decision?.action ?? null,
      hasAppealed: Boolean(decision?.appeal),
    });
    if (refusal || !decision) throw new RuleViolation(refusal ?? "There is no decision to appeal against.");
    await createAppeal(tx, "appeal", commentId, decision, grounds);
  });
}

/**
 * Appeals once against a sanction. Another rep decides.
 * @throws NotFound (not theirs), RuleViolation (lifted, or appealed already)
 */
export async function submitSanctionAppeal(
  person: Person,
  sanctionId: string,
  { grounds }: AppealInput,
): Promise<void> {
  const ownIds = await listOwnParticipantIds(person);
  await transact(async (tx) => {
    const where = { id: sanctionId, participantId: { in: ownIds } };
    const sanction = await tx.sanction.findFirst({ where, select: { decision: { select: { commentId: true } } } });
    if (!sanction) throw new NotFound();
    const { commentId } = sanction.decision;
    await lockComment(tx, commentId);
    const { liftedAt, decision } = await tx.sanction.findUniqueOrThrow({
      where: { id: sanctionId },
      select: {
        liftedAt: true,
        decision: { select: { id: true, deciderId: true, appeal: { select: { caseId: true } } } },
      },
    });
    const refusal = whyCannotAppealSanction({ isLifted: liftedAt !== null, hasAppealed: decision.appeal !== null });
    if (refusal) throw new RuleViolation(refusal);
    await createAppeal(tx, "sanction_appeal", commentId, decision, grounds);
  });
}

async function createAppeal(
  tx: Tx,
  kind: "appeal" | "sanction_appeal",
  commentId: string,
  decision: { id: string; deciderId: string },
  grounds: string,
): Promise<void> {
  const { id: caseId } = await openCaseOnComment(tx, kind, commentId);
  await tx.appeal.create({ data: { caseId, decisionId: decision.id, deciderId: decision.deciderId, grounds } });
}
