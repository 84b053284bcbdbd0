import { appendDecision } from "@/lib/audit/record.writes";
import { ownParticipantIds } from "@/lib/comments/own-comment.queries";
import { markStale, type Tx, transact } from "@/lib/database/client";
import { Conflict, NotFound, Refused } from "@/lib/errors";
import { moveFor, whyNotDecide } from "@/lib/moderation/decisions/decision.policy";
import { findForDecision } from "@/lib/moderation/decisions/decision.queries";
import { firstWas, noticeKind } from "@/lib/moderation/decisions/decision.rules";
import type { DecisionInput } from "@/lib/moderation/decisions/decision.schema";
import { spansFor } from "@/lib/moderation/decisions/decision-span.rules";
import { reasons } from "@/lib/moderation/decisions/reason.rules";
import { followDisagreement } from "@/lib/moderation/decisions/second-look.writes";
import { canDecide, type Move } from "@/lib/moderation/decisions/transition.rules";
import { beginMove, finishMove } from "@/lib/moderation/decisions/transition.writes";
import { redact } from "@/lib/moderation/originals/redaction.writes";
import { labelsOf } from "@/lib/moderation/queue/case.queries";
import { lapseCases } from "@/lib/moderation/queue/case-closing.writes";
import { markQueue } from "@/lib/moderation/queue/queue.writes";
import { outcomeOf } from "@/lib/moderation/reports/report.rules";
import { tellFlaggers } from "@/lib/moderation/reports/report.writes";
import { liftAfter } from "@/lib/moderation/sanctions/sanction.writes";
import type { Person } from "@/lib/people/person.policy";
import { keyedHash, newId } from "@/lib/security/encryption";
import type { CaseKind } from "@/prisma/generated/enums";

/**
 * Decides a case: the comment moves, the case closes, the decision joins the chain, the author has a notice, all or
 * nothing.
 * @throws NotFound (no such case for this person), Refused (a guard, or no such move), Conflict (somebody was first;
 *   the message says who decided what)
 */
export async function decide(person: Person, caseId: string, input: DecisionInput): Promise<void> {
  const { accountId } = person;
  if (!accountId) throw new NotFound();
  const ownIds = await ownParticipantIds(person);
  await transact(async (tx) => {
    const found = await findForDecision(person, ownIds, caseId, tx);
    if (!found) throw new NotFound();
    const { facts, comment, revision, text } = found;
    const refusal = whyNotDecide(person, facts);
    if (refusal) throw new Refused(refusal);
    if (facts.state !== "open" || comment.version !== input.version || comment.revision !== revision)
      throw await whoWasFirst(tx, caseId);
    const move = moveFor(person, facts, input.deed);
    if (!move) throw new Refused("That cannot be done to this comment as it stands.");
    const spans = spansFor(move, text, input);

    const now = new Date();
    if (!(await beginMove(tx, comment, move.to, now, shownAfter(move, text)))) throw await whoWasFirst(tx, caseId);
    const decisionId = newId();
    if (input.deed === "redact") await redact(tx, { commentId: comment.id, revision, decisionId, text, spans });
    if (move.keepsCase) await setThread(tx, comment, input.deed === "lock" ? "locked" : "open");
    else await closeCase(tx, caseId, comment.id, move, now, decisionId);
    if (input.deed === "uphold") await liftAfter(tx, { caseId, kind: facts.kind, commentId: comment.id }, now);
    const kind = noticeKind(facts.kind, input.deed, move.to);
    if (kind) {
      const { participantId, id: commentId } = comment;
      await tx.notice.create({ data: { participantId, commentId, kind, facts: { decision: decisionId } } });
    }
    await markQueue(tx, facts.areaId);

    // last what every decision of the strategy waits for: its tallies, and the end of its chain
    await finishMove(tx, comment, move.to, now);
    await appendDecision(tx, {
      id: decisionId,
      chainId: facts.leadBodyId,
      caseId,
      commentId: comment.id,
      revision,
      deed: input.deed,
      fromState: move.from,
      toState: move.to,
      reason: input.reason,
      reasonVersion: input.reason && reasons[input.reason].version,
      spans: spans.length > 0 ? spans : null,
      textHash: keyedHash("decision-text", text),
      deciderId: accountId,
      deciderUnion: unionHere(person, facts.areaId),
      decidedAt: now,
    });
    if (input.deed === "disagree") await followDisagreement(tx, { ...comment, revision });
    if (input.note || input.toAuthor) {
      await tx.decisionNote.create({ data: { decisionId, toAuthor: input.toAuthor, private: input.note } });
    }
  });
}

/** The text that readers see after the move; nothing when it stays, or the redaction sets it. */
function shownAfter({ from, to }: Move, text: string): { text?: string } {
  if (to === "published" && from !== "published") return { text };
  return to === "removed" ? { text: "" } : {};
}

async function setThread(tx: Tx, comment: { threadId: string; strategyId: string }, state: "locked" | "open") {
  await tx.thread.update({ where: { id: comment.threadId }, data: { state } });
  await markStale(tx, `strategy:${comment.strategyId}`, `thread:${comment.threadId}`);
}

/** Closes the case, and with it those that have nothing left to decide. Who reported the comment is told. */
async function closeCase(
  tx: Tx,
  id: string,
  commentId: string,
  { deed, to }: Move,
  decidedAt: Date,
  decision: string,
): Promise<void> {
  const over = { decidedAt, claimedById: null, claimedUntil: null };
  await tx.case.update({ where: { id }, data: { state: "decided", ...over } });
  await tellFlaggers(tx, [id], outcomeOf({ state: "decided", deed, commentState: to }), { decision });
  const isOver = (kind: CaseKind) => kind !== "second_look" && !canDecide(kind, to);
  await lapseCases(tx, { commentId, state: to }, decidedAt, isOver);
}

function unionHere(person: Person, areaId: string): string | null {
  return person.grants.find(({ role, bodyId }) => role === "rep" && bodyId === areaId)?.unionId ?? null;
}

async function whoWasFirst(tx: Tx, caseId: string): Promise<Conflict> {
  const decision = await tx.decision.findFirst({
    where: { caseId },
    orderBy: { sequence: "desc" },
    select: { deed: true, deciderId: true },
  });
  if (!decision)
    return new Conflict(
      "This comment changed while you read it: its author changed it, or it was reported. Look again.",
    );
  const who = (await labelsOf([decision.deciderId], tx)).get(decision.deciderId) ?? "Another rep";
  return new Conflict(firstWas(who, decision.deed));
}
