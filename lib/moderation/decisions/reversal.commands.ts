import { appendDecision } from "@/lib/audit/chain.writes";
import { type Tx, transact } from "@/lib/database/client";
import { NotFound, RuleViolation } from "@/lib/errors";
import type { ReopeningInput } from "@/lib/moderation/decisions/decision.schema";
import { reasons } from "@/lib/moderation/decisions/reason.rules";
import { whyCannotReopen, whyCannotTakeBack } from "@/lib/moderation/decisions/reversal.policy";
import { findForReversal } from "@/lib/moderation/decisions/reversal.queries";
import { restoreCases, restoreSanctions } from "@/lib/moderation/decisions/reversal.writes";
import {
  invalidateCommentPages,
  lockCommentOfCase,
  transitionComment,
} from "@/lib/moderation/decisions/transition.writes";
import { restoreOriginals } from "@/lib/moderation/originals/redaction.writes";
import { openCase } from "@/lib/moderation/queue/case.writes";
import { notifyQueue } from "@/lib/moderation/queue/queue.writes";
import type { NoticeKind } from "@/lib/notifications/notice.rules";
import { listOwnParticipantIds } from "@/lib/people/participant.queries";
import { type Person, representedUnionId } from "@/lib/people/person.policy";
import { keyedHash, newId } from "@/lib/security/encryption";
import type { CommentState } from "@/prisma/generated/enums";

/**
 * Takes back one's own decision, until the next edition: the comment and its cases are as before, and the record has
 * both. Its author and those who reported it are notified.
 * @throws NotFound (no such case for this person), RuleViolation (another rep's, too late, or something has happened since)
 */
export async function takeBackDecision(person: Person, caseId: string): Promise<void> {
  await reverse(person, caseId, async (tx, { facts, comment, last, text }, now) => {
    const refusal = whyCannotTakeBack(person, facts);
    if (refusal || !last) throw new RuleViolation(refusal ?? "There is nothing to undo.");
    const to = last.fromState;
    if (last.action === "redact" && !(await restoreOriginals(tx, last.id)))
      throw new RuleViolation("Somebody has asked to see the sealed original, so you cannot remove the mask.");
    const original = last.action === "redact" ? await readRevision(tx, comment.id, comment.revision) : text;
    if (!(await transitionComment(tx, comment, to, now, { text: visibleText(to, original, comment.week) })))
      throw new RuleViolation("The comment has changed since.");
    if (last.action === "redact") await invalidateCommentPages(tx, comment);
    await restoreCases(tx, { caseId, commentId: comment.id, closedAt: last.decidedAt });
    await restoreSanctions(tx, comment.participantId, last.decidedAt);
    await notifyAuthor(tx, comment);
    return { action: "take_back", to, reason: null, note: null };
  });
}

/**
 * Reopens a case that another rep decided: a published comment stays public until somebody decides, and any other is
 * held. The rep who decided does not decide again.
 * @throws NotFound (no such case for this person), RuleViolation (a guard, one's own decision, or an open case)
 */
export async function reopenCase(person: Person, caseId: string, { reason, note }: ReopeningInput): Promise<void> {
  await reverse(person, caseId, async (tx, { facts, comment, revision }, now) => {
    const refusal = whyCannotReopen(person, facts);
    if (refusal) throw new RuleViolation(refusal);
    const to = comment.state === "published" ? "published" : "held";
    if (to === "held") {
      if (!(await transitionComment(tx, comment, to, now))) throw new RuleViolation("The comment has changed since.");
      await notifyAuthor(tx, comment);
    }
    const { id: commentId, strategyId } = comment;
    const authorUnionId = facts.authorUnionId ?? undefined;
    return {
      action: "reopen",
      to,
      reason,
      note,
      // once the decision is on record: its rep does not decide the new case
      after: () => openCase(tx, { kind: "check", strategyId, commentId, revision, authorUnionId }),
    };
  });
}

type Found = NonNullable<Awaited<ReturnType<typeof findForReversal>>>;
type Reversal = Pick<ReopeningInput, "note"> & {
  action: "take_back" | "reopen";
  to: CommentState;
  reason: ReopeningInput["reason"] | null;
  after?: () => Promise<unknown>;
};

/** Finds a case, lets `change` change its comment, and appends to the record what it did; in one transaction. */
async function reverse(
  person: Person,
  caseId: string,
  change: (tx: Tx, found: Found, now: Date) => Promise<Reversal>,
): Promise<void> {
  const { accountId } = person;
  if (!accountId) throw new NotFound();
  const ownIds = await listOwnParticipantIds(person);
  await transact(async (tx) => {
    await lockCommentOfCase(tx, caseId);
    const found = await findForReversal(person, ownIds, caseId, tx);
    if (!found) throw new NotFound();
    const now = new Date();
    const { action, to, reason, note, after } = await change(tx, found, now);
    // a second look at the decision has lost its subject
    await tx.case.updateMany({
      where: { kind: "second_look", state: "open", reviewedDecisionId: found.last?.id ?? "" },
      data: { state: "lapsed", decidedAt: now, claimedById: null, claimedUntil: null },
    });
    await notifyQueue(tx, found.facts.areaId);
    const decisionId = newId();
    await appendDecision(tx, {
      id: decisionId,
      chainId: found.facts.leadBodyId,
      caseId,
      commentId: found.comment.id,
      revision: found.revision,
      action,
      fromState: found.comment.state,
      toState: to,
      reason,
      reasonVersion: reason && reasons[reason].version,
      spans: null,
      textHash: keyedHash("decision-text", found.text),
      deciderId: accountId,
      deciderUnion: representedUnionId(person, found.facts.areaId),
      decidedAt: now,
    });
    if (note) await tx.decisionNote.create({ data: { decisionId, toAuthor: null, private: note } });
    await after?.();
  });
}

/** What readers see of a comment in a state: a text that was never public is only in its revision. */
function visibleText(state: CommentState, text: string, week: Date | null): string {
  if (state === "published" || state === "ready") return text;
  return state === "held" && week !== null ? text : "";
}

async function readRevision(tx: Tx, commentId: string, number: number): Promise<string> {
  const where = { commentId_number: { commentId, number } };
  return (await tx.revision.findUniqueOrThrow({ where, select: { text: true } })).text;
}

const notifyAuthor = (tx: Tx, { participantId, id: commentId }: { participantId: string; id: string }) =>
  tx.notice.create({
    data: { participantId, commentId, kind: "decision-reversed" satisfies NoticeKind, facts: {} },
  });
