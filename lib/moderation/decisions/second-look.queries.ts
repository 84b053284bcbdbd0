import { db } from "@/lib/database/client";
import { NotFound, RuleViolation } from "@/lib/errors";
import type { DecisionInput } from "@/lib/moderation/decisions/decision.schema";
import { blindActions, secondLookAction } from "@/lib/moderation/decisions/second-look.rules";
import { visibleCasesWhere } from "@/lib/moderation/queue/case-visibility.rules";
import type { Person } from "@/lib/people/person.policy";

/** A decision drawn for a second look. */
export type SampledDecision = {
  id: string;
  commentId: string;
  revision: number;
  deciderUnion: string | null;
  strategyId: string;
};

const day = 24 * 60 * 60_000;
/** Milliseconds for which a decision can be drawn, so that the job can catch up after an outage. */
const samplingWindow = 8 * day;
const batchSize = 200;

/**
 * The decisions, approvals included, that are drawn for a second look and have had none: those whose hash, as a fraction
 * of its range, is below the strategy's share. Nobody can influence the hash, and anybody can verify the draw.
 */
export function listSampledDecisions(now: Date): Promise<SampledDecision[]> {
  return db().$queryRaw<SampledDecision[]>`
    SELECT d.id, d."commentId", d.revision, d."deciderUnion", c."strategyId"
    FROM decisions d JOIN comments c ON c.id = d."commentId" JOIN strategies s ON s.id = c."strategyId"
    WHERE d."decidedAt" > ${new Date(now.getTime() - samplingWindow)}
      AND d.action IN ('publish', 'reject', 'remove', 'dismiss', 'uphold')
      AND (c.state = d."toState" OR d."toState" = 'ready' AND c.state = 'published') -- an edition has published it since
      AND c.revision = d.revision AND c.state IN ('ready', 'published', 'rejected', 'removed')
      AND ('x' || encode(substring(d.hash FROM 1 FOR 4), 'hex'))::bit(32)::bigint * 100 < s."secondLookPercent" * 4294967296
      AND NOT EXISTS (SELECT FROM cases WHERE "reviewedDecisionId" = d.id)
      AND NOT EXISTS ( -- taken back, or opened again
        SELECT FROM decisions l WHERE l."caseId" = d."caseId" AND l.sequence > d.sequence AND l.action IN ('take_back', 'reopen')
      )
    ORDER BY d."decidedAt" LIMIT ${batchSize}`;
}

/** The share of a strategy's decisions that get a second look, in per cent. @throws NotFound (no such strategy) */
export async function getSecondLookShare(strategyId: string): Promise<number> {
  const found = await db().strategy.findUnique({ where: { id: strategyId }, select: { secondLookPercent: true } });
  if (!found) throw new NotFound("There is no such strategy.");
  return found.secondLookPercent;
}

/**
 * A decision as it goes on record. In a second look the rep decides only whether they would publish the comment, which
 * is compared here with the decision under review; a form of a second look names no version, which could betray that
 * decision.
 * @throws RuleViolation (another action on an open second look, such as the "agree" that only goes on record)
 */
export async function resolveSecondLook(
  person: Person,
  caseId: string,
  input: DecisionInput,
): Promise<{ input: DecisionInput; isSecondLook: boolean }> {
  const found = await db().case.findFirst({
    where: { id: caseId, kind: "second_look", ...visibleCasesWhere(person) },
    select: { reviewedDecision: { select: { toState: true } }, comment: { select: { version: true } } },
  });
  if (!found) return { input, isSecondLook: false };
  const choice = blindActions.find((action) => action === input.decision);
  if (!choice) throw new RuleViolation("You cannot do this to this comment now.");
  if (!found.reviewedDecision) throw new NotFound();
  const decision = secondLookAction(choice, found.reviewedDecision.toState);
  const reason = choice === "reject" ? input.reason : decision === "disagree" ? "keeps-to-rules" : null;
  return { input: { ...input, decision, reason, version: found.comment.version }, isSecondLook: true };
}
