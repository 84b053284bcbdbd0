import { appendDecision } from "@/lib/audit/chain.writes";
import { type Tx, transact } from "@/lib/database/client";
import { invalidateTags } from "@/lib/database/invalidation";
import { Conflict, NotFound, RuleViolation } from "@/lib/errors";
import { findAllowedTransition, whyCannotDecide } from "@/lib/moderation/decisions/decision.policy";
import { findForDecision } from "@/lib/moderation/decisions/decision.queries";
import { conflictMessage, noticeKind, resolveSpans } from "@/lib/moderation/decisions/decision.rules";
import type { DecisionInput } from "@/lib/moderation/decisions/decision.schema";
import { reasons } from "@/lib/moderation/decisions/reason.rules";
import { reopenAfterDisagreement } from "@/lib/moderation/decisions/second-look.writes";
import { isDecidable, type Transition } from "@/lib/moderation/decisions/transition.rules";
import { invalidateCommentPages, transitionComment, wasPublished } from "@/lib/moderation/decisions/transition.writes";
import { redactComment } from "@/lib/moderation/originals/redaction.writes";
import { closeMootCases } from "@/lib/moderation/queue/case.writes";
import { listDuplicates } from "@/lib/moderation/queue/duplicate.queries";
import { notifyQueue } from "@/lib/moderation/queue/queue.writes";
import { reportOutcome } from "@/lib/moderation/reports/report.rules";
import { notifyReporters } from "@/lib/moderation/reports/report.writes";
import { liftSanctionsAfterAppeal } from "@/lib/moderation/sanctions/sanction.writes";
import { getAccountLabels } from "@/lib/people/account-label.queries";
import { listOwnParticipantIds } from "@/lib/people/participant.queries";
import { type Person, representedUnionId } from "@/lib/people/person.policy";
import { keyedHash, newId } from "@/lib/security/encryption";
import type { CaseKind, CommentState } from "@/prisma/generated/enums";

/**
 * Decides a case in one transaction: changes the comment's state, closes the case, appends the decision to the chain and
 * notifies the author.
 * @throws NotFound (no such case for this person), RuleViolation (a guard, or no such transition), Conflict (decided by
 *   somebody else, who is named in the message, or the comment has changed)
 */
export async function decideCase(person: Person, caseId: string, input: DecisionInput): Promise<void> {
  const { accountId } = person;
  if (!accountId) throw new NotFound();
  const ownIds = await listOwnParticipantIds(person);
  const decide = async (tx: Tx): Promise<void> => {
    const found = await findForDecision(person, ownIds, caseId, tx);
    if (!found) throw new NotFound();
    const { facts, comment, reviewedState, revision, text } = found;
    const refusal = whyCannotDecide(person, facts);
    if (refusal) throw new RuleViolation(refusal);
    if (facts.state !== "open" || comment.version !== input.version || comment.revision !== revision)
      throw await buildConflict(tx, caseId, comment.state);
    const transition = findAllowedTransition(person, facts, input.decision);
    if (!transition) throw new RuleViolation("You cannot do this to this comment now.");
    const spans = resolveSpans(transition, text, input);

    const now = new Date();
    if (!(await transitionComment(tx, comment, transition.to, now, visibleTextAfter(transition, text)))) {
      if (await wasPublished(tx, comment)) return decide(tx); // nothing that the rep read has changed
      throw await buildConflict(tx, caseId, comment.state);
    }
    const decisionId = newId();
    if (input.decision === "redact") {
      await redactComment(tx, { commentId: comment.id, revision, decisionId, text, spans });
      await invalidateCommentPages(tx, comment); // masked text is gone at once
    }
    if (transition.leavesCaseOpen) await setThreadState(tx, comment, input.decision === "lock" ? "locked" : "open");
    else await closeCase(tx, caseId, comment.id, transition, now, decisionId);
    if (input.decision === "uphold")
      await liftSanctionsAfterAppeal(tx, { caseId, kind: facts.kind, commentId: comment.id }, now);
    const kind = noticeKind(facts.kind, input.decision, transition.to, reviewedState);
    if (kind) {
      const { participantId, id: commentId } = comment;
      await tx.notice.create({ data: { participantId, commentId, kind, facts: { decision: decisionId } } });
    }
    await notifyQueue(tx, facts.areaId);

    // last what every decision of the strategy locks: the end of its chain
    await appendDecision(tx, {
      id: decisionId,
      chainId: facts.leadBodyId,
      caseId,
      commentId: comment.id,
      revision,
      action: input.decision,
      fromState: transition.from,
      toState: transition.to,
      reason: input.reason,
      reasonVersion: input.reason && reasons[input.reason].version,
      spans: spans.length > 0 ? spans : null,
      textHash: keyedHash("decision-text", text),
      deciderId: accountId,
      deciderUnion: representedUnionId(person, facts.areaId),
      decidedAt: now,
    });
    if (input.decision === "disagree") await reopenAfterDisagreement(tx, { ...comment, revision }, reviewedState);
    if (input.note || input.toAuthor) {
      await tx.decisionNote.create({ data: { decisionId, toAuthor: input.toAuthor, private: input.note } });
    }
  };
  await transact(decide);
}

/**
 * Decides a case and, in the same way, each open case with the same text; each in its own transaction, with its own
 * record and notice. Skips those that this person may not decide or that are decided already.
 * @returns how many were decided
 */
export async function decideDuplicates(person: Person, caseId: string, input: DecisionInput): Promise<number> {
  const others = await listDuplicates(person, caseId);
  await decideCase(person, caseId, input);
  let decided = 1;
  for (const { id, version } of others) {
    try {
      await decideCase(person, id, { ...input, version });
      decided++;
    } catch (error) {
      if (!(error instanceof Conflict || error instanceof RuleViolation || error instanceof NotFound)) throw error;
    }
  }
  return decided;
}

/** The new public text; empty when it stays the same or the redaction sets it. */
function visibleTextAfter({ from, to }: Transition, text: string): { text?: string } {
  if (to === "ready" && from !== "ready") return { text };
  return to === "removed" ? { text: "" } : {};
}

async function setThreadState(tx: Tx, comment: { threadId: string; strategyId: string }, state: "locked" | "open") {
  await tx.thread.update({ where: { id: comment.threadId }, data: { state } });
  await invalidateTags(tx, `strategy:${comment.strategyId}`, `thread:${comment.threadId}`);
}

/** Closes the case and the comment's other cases that became moot, and notifies reporters. */
async function closeCase(
  tx: Tx,
  id: string,
  commentId: string,
  { action, to }: Transition,
  decidedAt: Date,
  decision: string,
): Promise<void> {
  const closing = { decidedAt, claimedById: null, claimedUntil: null };
  await tx.case.update({ where: { id }, data: { state: "decided", ...closing } });
  await notifyReporters(tx, [id], reportOutcome({ state: "decided", action, commentState: to }), { decision });
  const isMoot = (kind: CaseKind) => kind !== "second_look" && !isDecidable(kind, to);
  await closeMootCases(tx, { commentId, state: to }, decidedAt, isMoot);
}

async function buildConflict(tx: Tx, caseId: string, state: CommentState): Promise<Conflict> {
  if (state === "withdrawn")
    return new Conflict("The author withdrew this comment while you were reading it. There is nothing left to decide.");
  const decision = await tx.decision.findFirst({
    where: { caseId },
    orderBy: { sequence: "desc" },
    select: { action: true, deciderId: true },
  });
  if (!decision)
    return new Conflict(
      "This comment changed while you were reading it: the author changed it or somebody reported it. Check it again.",
    );
  const deciderLabel = (await getAccountLabels([decision.deciderId], tx)).get(decision.deciderId) ?? "Another rep";
  return new Conflict(conflictMessage(deciderLabel, decision.action));
}
