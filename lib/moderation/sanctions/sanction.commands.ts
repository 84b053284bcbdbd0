import { recordAuditEvent } from "@/lib/audit/audit-event.writes";
import { appendDecision } from "@/lib/audit/chain.writes";
import { db, transact } from "@/lib/database/client";
import { NotFound, RuleViolation } from "@/lib/errors";
import { reasons } from "@/lib/moderation/decisions/reason.rules";
import { lockComment } from "@/lib/moderation/decisions/transition.writes";
import { allowedSanctions, whyCannotSanction } from "@/lib/moderation/sanctions/sanction.policy";
import { findForSanction } from "@/lib/moderation/sanctions/sanction.queries";
import { sanctionActions, sanctionEnd } from "@/lib/moderation/sanctions/sanction.rules";
import type { SanctionInput } from "@/lib/moderation/sanctions/sanction.schema";
import type { NoticeKind } from "@/lib/notifications/notice.rules";
import { listOwnParticipantIds } from "@/lib/people/participant.queries";
import { type Person, representedUnionId } from "@/lib/people/person.policy";
import { keyedHash, newId } from "@/lib/security/encryption";

/**
 * Imposes a sanction on the author of a comment that was rejected, masked or removed. It applies in the strategy, is a
 * decision in the chain, and notifies the author.
 * @throws NotFound (no such case for this person), RuleViolation (a guard, or the comment has led to a sanction)
 */
export async function imposeSanction(person: Person, caseId: string, input: SanctionInput): Promise<void> {
  const { accountId } = person;
  if (!accountId) throw new NotFound();
  const ownIds = await listOwnParticipantIds(person);
  await transact(async (tx) => {
    const visibleCase = await findForSanction(person, ownIds, caseId, tx);
    if (!visibleCase) throw new NotFound();
    await lockComment(tx, visibleCase.comment.id);
    const found = await findForSanction(person, ownIds, caseId, tx);
    if (!found) throw new NotFound();
    const { facts, comment, revision, text } = found;
    const refusal = whyCannotSanction(person, facts);
    if (refusal) throw new RuleViolation(refusal);
    const { kind, reason, message } = input;
    if (!allowedSanctions(person, facts).includes(kind))
      throw new RuleViolation("Reps already read every comment on this strategy before it is published.", "kind");

    const now = new Date();
    const reasonVersion = reasons[reason].version;
    const { participantId, strategyId, id: commentId } = comment;
    const decisionId = newId();
    const id = newId();
    const noticeFacts = { sanction: id, decision: decisionId };
    await tx.notice.create({
      data: { participantId, commentId, kind: "sanction-imposed" satisfies NoticeKind, facts: noticeFacts },
    });
    // last the row that every decision of the strategy locks: the end of its chain
    await appendDecision(tx, {
      id: decisionId,
      chainId: facts.leadBodyId,
      caseId,
      commentId: comment.id,
      revision,
      action: sanctionActions[kind],
      fromState: comment.state,
      toState: comment.state,
      reason,
      reasonVersion,
      spans: null,
      textHash: keyedHash("decision-text", text),
      deciderId: accountId,
      deciderUnion: representedUnionId(person, facts.areaId),
      decidedAt: now,
    });
    const issueColumns = {
      decisionId,
      imposedById: accountId,
      imposedAt: now,
      endsAt: sanctionEnd(kind, input.days, now),
    };
    await tx.sanction.create({
      data: { id, participantId, strategyId, kind, reason, reasonVersion, message, ...issueColumns },
    });
  });
}

/**
 * Acknowledges a warning, after which the person can write again.
 * @throws NotFound when it is not a warning of theirs
 */
export async function acknowledgeWarning(person: Person, sanctionId: string): Promise<void> {
  const ownIds = await listOwnParticipantIds(person);
  await db().$transaction(async (tx) => {
    const where = { id: sanctionId, kind: "warning", participantId: { in: ownIds } } as const;
    if ((await tx.sanction.count({ where })) === 0) throw new NotFound();
    const { count } = await tx.sanction.updateMany({
      where: { ...where, acknowledgedAt: null },
      data: { acknowledgedAt: new Date() },
    });
    if (count === 0) return; // submitted twice
    await recordAuditEvent(tx, {
      action: "moderation.acknowledge",
      accountId: null,
      subject: `sanction:${sanctionId}`,
    });
  });
}
