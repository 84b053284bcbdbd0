import { z } from "zod";
import { db, type Tx } from "@/lib/database/client";
import { NotFound, RuleViolation } from "@/lib/errors";
import { type AuthorNotice, buildAuthorNotice } from "@/lib/moderation/decisions/author-notice.rules";
import { type CaseFacts, findAllowedTransition } from "@/lib/moderation/decisions/decision.policy";
import { noticeKind, resolveSpans } from "@/lib/moderation/decisions/decision.rules";
import type { DecisionInput } from "@/lib/moderation/decisions/decision.schema";
import { reasons } from "@/lib/moderation/decisions/reason.rules";
import { secondOpinionKinds } from "@/lib/moderation/queue/case.rules";
import { repAreaIds } from "@/lib/moderation/queue/case-visibility.rules";
import { listOwnParticipantIds } from "@/lib/people/participant.queries";
import type { Person } from "@/lib/people/person.policy";
import { Prisma } from "@/prisma/generated/client";
import { CaseKind, CaseState, CommentState, ThreadState } from "@/prisma/generated/enums";

const day = z.coerce.date().nullable();

const factsRow = z.object({
  case: z.object({
    kind: z.enum(CaseKind),
    state: z.enum(CaseState),
    revision: z.number(),
    areaId: z.string(),
    leadBodyId: z.string(),
    assignedUnionId: z.string().nullable(),
    assignedAccountId: z.string().nullable(),
    authorUnionId: z.string().nullable(),
    deciderUnionId: z.string().nullable(),
    strategyId: z.string(),
    commentId: z.string(),
  }),
  comment: z.object({
    id: z.string(),
    state: z.enum(CommentState),
    version: z.number(),
    revision: z.number(),
    threadId: z.string(),
    strategyId: z.string(),
    lepId: z.string().nullable(),
    week: day,
    participantId: z.string(),
    thread: z.object({ sectionId: z.string(), week: day, state: z.enum(ThreadState) }),
  }),
  text: z.string(),
  reviewedState: z.enum(CommentState).nullable(),
  conflicts: z.object({
    isOwn: z.boolean(),
    isOwnReport: z.boolean(),
    hasDecidedBefore: z.boolean(),
    isRecused: z.boolean(),
  }),
});

/**
 * A case as a decision needs it, in one statement: the facts for the policy, the comment, and the text of the revision to
 * decide on.
 * @param ownIds the ids of the person's participants, read before the transaction, which must need one connection only
 */
export async function findForDecision(person: Person, ownIds: string[], caseId: string, tx: Tx = db()) {
  const { accountId } = person; // an equation with null holds for nobody
  const areas = repAreaIds(person);
  const [row] = await tx.$queryRaw<{ facts: unknown }[]>`
    SELECT jsonb_build_object(
      'case', jsonb_build_object('kind', k.kind, 'state', k.state, 'revision', k.revision, 'areaId', k."areaId",
        'leadBodyId', s."leadBodyId", 'assignedUnionId', k."assignedUnionId", 'assignedAccountId', k."assignedAccountId",
        'authorUnionId', k."authorUnionId", 'deciderUnionId', k."deciderUnionId", 'strategyId', k."strategyId",
        'commentId', k."commentId"),
      'comment', jsonb_build_object('id', c.id, 'state', c.state, 'version', c.version, 'revision', c.revision,
        'threadId', c."threadId", 'strategyId', c."strategyId", 'lepId', c."lepId", 'week', c.week,
        'participantId', c."participantId",
        'thread', jsonb_build_object('sectionId', t."sectionId", 'week', t.week, 'state', t.state)),
      'text', coalesce((SELECT text FROM revisions WHERE "commentId" = c.id AND number = k.revision), ''),
      'reviewedState', (SELECT "toState" FROM decisions WHERE id = k."reviewedDecisionId"),
      'conflicts', jsonb_build_object(
        'isOwn', c."participantId" = ANY(${ownIds}) OR EXISTS (
          SELECT FROM meeting_entries e JOIN meeting_records m ON m.id = e."recordId"
          WHERE e."commentId" = c.id AND m."recordedById" = ${accountId}),
        'isOwnReport', EXISTS (SELECT FROM reports WHERE "caseId" = k.id AND "participantId" = ANY(${ownIds})),
        'hasDecidedBefore', EXISTS (SELECT FROM (${earlierDecidersSql}) earlier WHERE "deciderId" = ${accountId}),
        'isRecused', EXISTS (SELECT FROM case_reassignments
          WHERE "caseId" = k.id AND kind = 'recused' AND "reassignedById" = ${accountId}))
    ) AS facts
    FROM cases k JOIN strategies s ON s.id = k."strategyId" JOIN comments c ON c.id = k."commentId"
    JOIN threads t ON t.id = c."threadId"
    WHERE k.id = ${caseId} AND (k."areaId" = ANY(${areas}) OR s."leadBodyId" = ANY(${areas}))`;
  if (!row) return null;
  const { case: found, comment, text, reviewedState, conflicts } = factsRow.parse(row.facts);
  const { revision, ...assignment } = found;
  const facts: CaseFacts = {
    ...assignment,
    commentState: comment.state,
    threadState: comment.thread.state,
    ...conflicts,
  };
  return { facts, comment, reviewedState, revision, text };
}
/** `reviewedState` is of a second look: the state to which the decision under review brought the comment. */
export type CaseForDecision = NonNullable<Awaited<ReturnType<typeof findForDecision>>>;

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
 * The accounts that may not decide case `k`, because their own decision is at issue: for a second opinion everybody who
 * decided on the comment elsewhere (a decision on the case itself was taken back), otherwise those with whom a second
 * look disagreed, or whose case another rep opened again.
 */
const earlierDecidersSql = Prisma.sql`
  SELECT DISTINCT d."deciderId" FROM decisions d WHERE d."commentId" = k."commentId" AND CASE
    WHEN k.kind::text = ANY(${secondOpinionKinds}) THEN d."caseId" <> k.id
    ELSE EXISTS (SELECT FROM cases l JOIN decisions o ON o."caseId" = l.id
        WHERE l."reviewedDecisionId" = d.id AND o.action = 'disagree')
      OR d.action <> 'reopen' AND EXISTS (SELECT FROM decisions o WHERE o."caseId" = d."caseId" AND o.action = 'reopen')
    END`;

/** The accounts that may not decide a case, because their own decision is at issue. */
export async function listEarlierDeciders(caseId: string, tx: Tx = db()): Promise<string[]> {
  const rows = await tx.$queryRaw<{ deciderId: string }[]>`
    SELECT earlier."deciderId" FROM cases k CROSS JOIN LATERAL (${earlierDecidersSql}) earlier WHERE k.id = ${caseId}`;
  return rows.map(({ deciderId }) => deciderId);
}
