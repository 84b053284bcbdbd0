import { db, type Tx } from "@/lib/database/client";
import { NotFound, RuleViolation } from "@/lib/errors";
import { type AuthorNotice, buildAuthorNotice } from "@/lib/moderation/decisions/author-notice.rules";
import { type CaseFacts, findAllowedTransition } from "@/lib/moderation/decisions/decision.policy";
import { noticeKind, resolveSpans } from "@/lib/moderation/decisions/decision.rules";
import type { DecisionInput } from "@/lib/moderation/decisions/decision.schema";
import { reasons } from "@/lib/moderation/decisions/reason.rules";
import { transitionColumns } from "@/lib/moderation/decisions/transition.rules";
import { isSecondOpinion } from "@/lib/moderation/queue/case.rules";
import { visibleCasesWhere } from "@/lib/moderation/queue/case-visibility.rules";
import { listOwnParticipantIds } from "@/lib/people/participant.queries";
import type { Person } from "@/lib/people/person.policy";
import type { Prisma } from "@/prisma/generated/client";
import type { CaseKind } from "@/prisma/generated/enums";

/**
 * A case as a decision needs it: the facts for the policy, the comment, and the text of the revision to decide on.
 * @param ownIds the ids of the person's participants, read before the transaction, which must need one connection only
 */
export async function findForDecision(person: Person, ownIds: string[], caseId: string, tx: Tx = db()) {
  const found = await tx.case.findFirst({
    where: { id: caseId, ...visibleCasesWhere(person) },
    select: {
      kind: true,
      state: true,
      revision: true,
      areaId: true,
      assignedUnionId: true,
      assignedAccountId: true,
      authorUnionId: true,
      deciderUnionId: true,
      strategyId: true,
      commentId: true,
      strategy: { select: { leadBodyId: true } },
      reviewedDecision: { select: { toState: true } },
    },
  });
  if (!found) return null;
  const { strategy, reviewedDecision, ...assignment } = found;
  const comment = await tx.comment.findUniqueOrThrow({
    where: { id: found.commentId },
    select: {
      ...transitionColumns,
      participantId: true,
      thread: { select: { sectionId: true, week: true, state: true } },
      revisions: { where: { number: found.revision }, select: { text: true } },
    },
  });
  const facts: CaseFacts = {
    ...assignment,
    leadBodyId: strategy.leadBodyId,
    commentState: comment.state,
    threadState: comment.thread.state,
    ...(await findConflictsOfInterest(person, ownIds, caseId, { ...found, participantId: comment.participantId }, tx)),
  };
  /** Of a second look: the state to which the decision under review brought the comment. */
  const reviewedState = reviewedDecision?.toState ?? null;
  return { facts, comment, reviewedState, revision: found.revision, text: comment.revisions[0]?.text ?? "" };
}

type CaseSubject = { kind: CaseFacts["kind"]; commentId: string; participantId: string };

/** Conflicts of interest that keep this person from deciding the case. */
async function findConflictsOfInterest(person: Person, ownIds: string[], caseId: string, found: CaseSubject, tx: Tx) {
  const { accountId } = person;
  const { commentId } = found;
  const ownReport = await tx.report.findFirst({
    where: { caseId, participantId: { in: ownIds } },
    select: { id: true },
  });
  const earlierDeciders = accountId ? await listEarlierDeciders({ ...found, id: caseId }, tx) : [];
  const recusal = accountId
    ? await tx.caseReassignment.findFirst({
        where: { caseId, kind: "recused", reassignedById: accountId },
        select: { id: true },
      })
    : null;
  const recordedEntry = accountId
    ? await tx.meetingEntry.findFirst({
        where: { commentId, record: { recordedById: accountId } },
        select: { number: true },
      })
    : null;
  return {
    isOwn: ownIds.includes(found.participantId) || recordedEntry !== null,
    isOwnReport: ownReport !== null,
    hasDecidedBefore: accountId !== null && earlierDeciders.includes(accountId),
    isRecused: recusal !== null,
  };
}

/**
 * The notice that the author would get of a decision; null when they would get none.
 * @throws NotFound (no such case for this person), RuleViolation (its reason or its phrases are missing or do not fit)
 */
export async function previewDecision(
  person: Person,
  caseId: string,
  input: DecisionInput,
): Promise<AuthorNotice | null> {
  const found = await findForDecision(person, await listOwnParticipantIds(person), caseId);
  if (!found) throw new NotFound();
  const transition = findAllowedTransition(person, found.facts, input.decision);
  if (!transition) throw new RuleViolation("You cannot do this to this comment now.");
  const spans = resolveSpans(transition, found.text, input);
  if (noticeKind(found.facts.kind, input.decision, transition.to, found.reviewedState) === null) return null;
  const reasonVersion = input.reason && reasons[input.reason].version;
  return buildAuthorNotice({
    ...input,
    action: input.decision,
    kind: found.facts.kind,
    text: found.text,
    spans,
    reasonVersion,
  });
}

/**
 * The accounts that may not decide a case of this kind on a comment, because their own decision is at issue: for a second
 * opinion everybody who decided on the comment, otherwise those with whom a second look disagreed, or whose case another
 * rep opened again.
 */
export async function listEarlierDeciders(
  { id, kind, commentId }: { id: string; kind: CaseKind; commentId: string },
  tx: Tx = db(),
): Promise<string[]> {
  const disputedWhere = {
    OR: [
      { secondLook: { decisions: { some: { action: "disagree" } } } },
      { action: { not: "reopen" }, case: { decisions: { some: { action: "reopen" } } } },
    ],
  } satisfies Prisma.DecisionWhereInput;
  const elsewhereWhere = { caseId: { not: id } }; // a decision on this case itself was taken back
  const rows = await tx.decision.findMany({
    where: { commentId, ...(isSecondOpinion(kind) ? elsewhereWhere : disputedWhere) },
    select: { deciderId: true },
  });
  return [...new Set(rows.map(({ deciderId }) => deciderId))];
}
