import { db, type Tx } from "@/lib/database/client";
import { findForDecision } from "@/lib/moderation/decisions/decision.queries";
import type { ReversalFacts } from "@/lib/moderation/decisions/reversal.policy";
import {
  isOwnLastDecision,
  reversibleActions,
  whyCannotReopen,
  whyCannotTakeBack,
} from "@/lib/moderation/decisions/reversal.policy";
import { listOwnParticipantIds } from "@/lib/people/participant.queries";
import type { Person } from "@/lib/people/person.policy";
import type { ModerationAction } from "@/prisma/generated/enums";

const lastDecisionColumns = {
  id: true,
  caseId: true,
  revision: true,
  action: true,
  fromState: true,
  toState: true,
  deciderId: true,
  decidedAt: true,
  appeal: { select: { caseId: true } },
  secondLook: { select: { id: true, state: true } },
} as const;

/** A case with the last decision on its comment, and what decides whether that can be taken back or opened again. */
export async function findForReversal(person: Person, ownIds: string[], caseId: string, tx: Tx = db()) {
  const found = await findForDecision(person, ownIds, caseId, tx);
  if (!found) return null;
  const { comment } = found;
  const last = await tx.decision.findFirst({
    where: { commentId: comment.id },
    orderBy: { sequence: "desc" },
    select: lastDecisionColumns,
  });
  const editions = last
    ? await tx.edition.count({ where: { strategyId: comment.strategyId, madeAt: { gt: last.decidedAt } } })
    : 0;
  const openCases = await tx.case.count({
    where: { commentId: comment.id, state: "open", kind: { not: "second_look" } },
  });
  const facts: ReversalFacts = {
    ...found.facts,
    last: last && {
      isOfThisCase: last.caseId === caseId,
      deciderId: last.deciderId,
      action: last.action,
      toState: last.toState,
      isAppealed: last.appeal !== null,
      isReviewed: last.secondLook?.state === "decided",
    },
    isInEdition: editions > 0,
    isRevised: last !== null && last.revision !== comment.revision,
    hasOpenCase: openCases > 0,
  };
  return { ...found, facts, last };
}

export type ReversalView = {
  canTakeBack: boolean;
  /** Why the rep who took the decision cannot take it back any more; null for everybody else. */
  whyCannotTakeBack: string | null;
  canReopen: boolean;
};

/** What a person may do about a decided case. */
export async function getReversal(person: Person, caseId: string): Promise<ReversalView> {
  const found = await findForReversal(person, await listOwnParticipantIds(person), caseId);
  if (!found) return { canTakeBack: false, whyCannotTakeBack: null, canReopen: false };
  const refusal = whyCannotTakeBack(person, found.facts);
  return {
    canTakeBack: refusal === null,
    whyCannotTakeBack: isOwnLastDecision(person, found.facts) ? refusal : null,
    canReopen: whyCannotReopen(person, found.facts) === null,
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
