import { ownParticipantIds } from "@/lib/comments/own-comment.queries";
import { type Tx, transact } from "@/lib/database/client";
import { NotFound, Refused } from "@/lib/errors";
import { lockComment } from "@/lib/moderation/decisions/transition.writes";
import { openAnother } from "@/lib/moderation/queue/case.writes";
import { whyNoAppeal, whyNoSanctionAppeal } from "@/lib/moderation/sanctions/appeal.policy";
import { findAppealed } from "@/lib/moderation/sanctions/appeal.queries";
import type { AppealInput } from "@/lib/moderation/sanctions/appeal.schema";
import type { Person } from "@/lib/people/person.policy";

/**
 * Appeals against the decision that keeps a comment from readers, once: another rep decides.
 * @throws NotFound (not theirs), Refused (nothing to appeal against, or they did already)
 */
export async function appeal(person: Person, commentId: string, { words }: AppealInput): Promise<void> {
  const ownIds = await ownParticipantIds(person);
  await transact(async (tx) => {
    await lockComment(tx, commentId);
    const found = await findAppealed(ownIds, commentId, tx);
    if (!found) throw new NotFound();
    const { state: commentState, decision } = found;
    const refusal = whyNoAppeal({ commentState, deed: decision?.deed ?? null, hasAppealed: Boolean(decision?.appeal) });
    if (refusal || !decision) throw new Refused(refusal ?? "There is nothing to appeal against.");
    await open(tx, "appeal", commentId, decision, words);
  });
}

/**
 * Appeals against a sanction, once: another rep decides.
 * @throws NotFound (not theirs), Refused (it was lifted, or they did already)
 */
export async function appealSanction(person: Person, sanctionId: string, { words }: AppealInput): Promise<void> {
  const ownIds = await ownParticipantIds(person);
  await transact(async (tx) => {
    const where = { id: sanctionId, participantId: { in: ownIds } };
    const about = await tx.sanction.findFirst({ where, select: { decision: { select: { commentId: true } } } });
    if (!about) throw new NotFound();
    const { commentId } = about.decision;
    await lockComment(tx, commentId);
    const { liftedAt, decision } = await tx.sanction.findUniqueOrThrow({
      where: { id: sanctionId },
      select: {
        liftedAt: true,
        decision: { select: { id: true, deciderId: true, appeal: { select: { caseId: true } } } },
      },
    });
    const refusal = whyNoSanctionAppeal({ isLifted: liftedAt !== null, hasAppealed: decision.appeal !== null });
    if (refusal) throw new Refused(refusal);
    await open(tx, "sanction_appeal", commentId, decision, words);
  });
}

async function open(
  tx: Tx,
  kind: "appeal" | "sanction_appeal",
  commentId: string,
  against: { id: string; deciderId: string },
  words: string,
): Promise<void> {
  const { id: caseId } = await openAnother(tx, kind, commentId);
  await tx.appeal.create({ data: { caseId, decisionId: against.id, deciderId: against.deciderId, words } });
}
