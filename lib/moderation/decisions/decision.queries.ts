import { ownParticipantIds } from "@/lib/comments/own-comment.queries";
import { db, type Tx } from "@/lib/database/client";
import { NotFound, Refused } from "@/lib/errors";
import { type Told, toldAuthor } from "@/lib/moderation/decisions/author-notice.rules";
import { type CaseFacts, moveFor } from "@/lib/moderation/decisions/decision.policy";
import { noticeKind } from "@/lib/moderation/decisions/decision.rules";
import type { DecisionInput } from "@/lib/moderation/decisions/decision.schema";
import { spansFor } from "@/lib/moderation/decisions/decision-span.rules";
import { listDecidersBefore } from "@/lib/moderation/decisions/earlier-decider.queries";
import { reasons } from "@/lib/moderation/decisions/reason.rules";
import { movedColumns } from "@/lib/moderation/decisions/transition-columns.rules";
import { visibleTo } from "@/lib/moderation/queue/case-visibility.rules";
import type { Person } from "@/lib/people/person.policy";

/**
 * A case as a decision needs it: what the guards look at, the comment, and the text that waits or is shown.
 * @param ownIds the participants that the person is: asked before a transaction, which must need one connection only
 */
export async function findForDecision(person: Person, ownIds: string[], caseId: string, tx: Tx = db()) {
  const found = await tx.case.findFirst({
    where: { id: caseId, ...visibleTo(person) },
    select: {
      kind: true,
      state: true,
      revision: true,
      areaId: true,
      toUnionId: true,
      toAccountId: true,
      ofUnionId: true,
      firstUnionId: true,
      strategyId: true,
      commentId: true,
      strategy: { select: { leadBodyId: true } },
    },
  });
  if (!found) return null;
  const { strategy, ...place } = found;
  const comment = await tx.comment.findUniqueOrThrow({
    where: { id: found.commentId },
    select: {
      ...movedColumns,
      participantId: true,
      thread: { select: { sectionId: true, week: true, state: true } },
      revisions: { where: { number: found.revision }, select: { text: true } },
    },
  });
  const facts: CaseFacts = {
    ...place,
    leadBodyId: strategy.leadBodyId,
    commentState: comment.state,
    threadState: comment.thread.state,
    ...(await isAbout(person, ownIds, caseId, { ...found, participantId: comment.participantId }, tx)),
  };
  return { facts, comment, revision: found.revision, text: comment.revisions[0]?.text ?? "" };
}

type Found = { kind: CaseFacts["kind"]; commentId: string; participantId: string };

/** What ties this person to the case, and so keeps them from deciding it. */
async function isAbout(person: Person, ownIds: string[], caseId: string, found: Found, tx: Tx) {
  const { accountId } = person;
  const { commentId } = found;
  const flag = await tx.flag.findFirst({ where: { caseId, participantId: { in: ownIds } }, select: { id: true } });
  const before = accountId ? await listDecidersBefore(found.kind, commentId, tx) : [];
  const step = accountId
    ? await tx.caseStep.findFirst({ where: { caseId, kind: "recused", byId: accountId }, select: { id: true } })
    : null;
  const takenDown = accountId
    ? await tx.meetingEntry.findFirst({
        where: { commentId, record: { takenById: accountId } },
        select: { number: true },
      })
    : null;
  return {
    isOwn: ownIds.includes(found.participantId) || takenDown !== null,
    isOwnFlag: flag !== null,
    wasTheirs: accountId !== null && before.includes(accountId),
    isRecused: step !== null,
  };
}

/**
 * What the author will be told of a decision, before it is taken; null when they are told nothing.
 * @throws NotFound (no such case for this person), Refused (a reason is missing, or the words are not there)
 */
export async function previewDecision(person: Person, caseId: string, input: DecisionInput): Promise<Told | null> {
  const found = await findForDecision(person, await ownParticipantIds(person), caseId);
  if (!found) throw new NotFound();
  const move = moveFor(person, found.facts, input.deed);
  if (!move) throw new Refused("That cannot be done to this comment as it stands.");
  const spans = spansFor(move, found.text, input);
  if (noticeKind(found.facts.kind, input.deed, move.to) === null) return null;
  const reasonVersion = input.reason && reasons[input.reason].version;
  return toldAuthor({ ...input, kind: found.facts.kind, text: found.text, spans, reasonVersion });
}
