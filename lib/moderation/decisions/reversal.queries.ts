import { z } from "zod";
import { db, type Tx } from "@/lib/database/client";
import { jsonTime } from "@/lib/database/json-rows";
import { type CaseForDecision, findForDecision } from "@/lib/moderation/decisions/decision.queries";
import type { ReversalFacts } from "@/lib/moderation/decisions/reversal.policy";
import {
  isOwnLastDecision,
  reversibleActions,
  whyCannotReopen,
  whyCannotTakeBack,
} from "@/lib/moderation/decisions/reversal.policy";
import { listOwnParticipantIds } from "@/lib/people/participant.queries";
import type { Person } from "@/lib/people/person.policy";
import { CaseState, CommentState, ModerationAction } from "@/prisma/generated/enums";

const lastDecisionRow = z.object({
  last: z
    .object({
      id: z.string(),
      caseId: z.string(),
      revision: z.number(),
      action: z.enum(ModerationAction),
      fromState: z.enum(CommentState),
      toState: z.enum(CommentState),
      deciderId: z.string(),
      decidedAt: jsonTime,
      isAppealed: z.boolean(),
      /** The second look at it: null when there is none. */
      secondLook: z.object({ id: z.string(), state: z.enum(CaseState) }).nullable(),
      isInEdition: z.boolean(),
    })
    .nullable(),
  hasOpenCase: z.boolean(),
});

/** A case with the last decision on its comment, and what decides whether that can be taken back or opened again. */
export async function findForReversal(person: Person, ownIds: string[], caseId: string, tx: Tx = db()) {
  const found = await findForDecision(person, ownIds, caseId, tx);
  return found && addReversalFacts(caseId, found, tx);
}

async function addReversalFacts(caseId: string, found: CaseForDecision, tx: Tx) {
  const { comment } = found;
  const [row] = await tx.$queryRaw<{ facts: unknown }[]>`
    SELECT jsonb_build_object(
      'last', (
        SELECT jsonb_build_object('id', d.id, 'caseId', d."caseId", 'revision', d.revision, 'action', d.action,
          'fromState', d."fromState", 'toState', d."toState", 'deciderId', d."deciderId", 'decidedAt', d."decidedAt",
          'isAppealed', EXISTS (SELECT FROM appeals WHERE "decisionId" = d.id),
          'secondLook', (SELECT jsonb_build_object('id', id, 'state', state) FROM cases WHERE "reviewedDecisionId" = d.id),
          'isInEdition', EXISTS (SELECT FROM editions
            WHERE "strategyId" = ${comment.strategyId} AND "madeAt" > d."decidedAt"))
        FROM decisions d WHERE d."commentId" = ${comment.id} ORDER BY d.sequence DESC LIMIT 1),
      'hasOpenCase', EXISTS (SELECT FROM cases
        WHERE "commentId" = ${comment.id} AND state = 'open' AND kind <> 'second_look')
    ) AS facts`;
  const { last, hasOpenCase } = lastDecisionRow.parse(row?.facts);
  const facts: ReversalFacts = {
    ...found.facts,
    last: last && {
      isOfThisCase: last.caseId === caseId,
      deciderId: last.deciderId,
      action: last.action,
      toState: last.toState,
      isAppealed: last.isAppealed,
      isReviewed: last.secondLook?.state === "decided",
    },
    isInEdition: last?.isInEdition ?? false,
    isRevised: last !== null && last.revision !== comment.revision,
    hasOpenCase,
  };
  return { ...found, facts, last };
}

export type ReversalView = {
  canTakeBack: boolean;
  /** Why the rep who took the decision cannot take it back any more; null for everybody else. */
  whyCannotTakeBack: string | null;
  canReopen: boolean;
};

/** What a person may do about a decided case. @param loaded the case, where it was read already */
export async function getReversal(person: Person, caseId: string, loaded?: CaseForDecision): Promise<ReversalView> {
  const found = loaded ?? (await findForDecision(person, await listOwnParticipantIds(person), caseId));
  if (!found) return { canTakeBack: false, whyCannotTakeBack: null, canReopen: false };
  const { facts } = await addReversalFacts(caseId, found, db());
  const refusal = whyCannotTakeBack(person, facts);
  return {
    canTakeBack: refusal === null,
    whyCannotTakeBack: isOwnLastDecision(person, facts) ? refusal : null,
    canReopen: whyCannotReopen(person, facts) === null,
  };
}

export type RecentDecision = { caseId: string; alias: string; sectionTitle: string; action: ModerationAction };

/** A person's decisions since the newest edition of their strategy, newest first; 12 at most. */
export async function listRecentDecisions(person: Person): Promise<RecentDecision[]> {
  if (!person.accountId) return [];
  return db().$queryRaw<RecentDecision[]>`
    SELECT d."caseId", p.alias, d.action, coalesce(v.title, '') AS "sectionTitle"
    FROM (
      SELECT * FROM decisions WHERE "deciderId" = ${person.accountId} AND "decidedAt" > now() - interval '2 days'
        AND action::text = ANY(${reversibleActions})
    ) d
    JOIN cases k ON k.id = d."caseId" AND k.state = 'decided' AND k.kind <> 'second_look'
    JOIN comments c ON c.id = d."commentId" JOIN participants p ON p.id = c."participantId"
    JOIN threads t ON t.id = c."threadId"
    LEFT JOIN LATERAL (
      SELECT sv.title FROM version_sections sv JOIN versions n ON n.id = sv."versionId"
      WHERE sv."sectionId" = t."sectionId" ORDER BY n.number DESC LIMIT 1
    ) v ON true
    WHERE NOT EXISTS (SELECT FROM editions e WHERE e."strategyId" = c."strategyId" AND e."madeAt" > d."decidedAt")
      AND NOT EXISTS (
        SELECT FROM decisions l WHERE l."commentId" = d."commentId" AND l."chainId" = d."chainId" AND l.sequence > d.sequence
      )
    ORDER BY d."decidedAt" DESC LIMIT 12`;
}
