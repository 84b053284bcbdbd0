import { db } from "@/lib/database/client";
import { NotFound } from "@/lib/errors";

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
    ORDER BY d."decidedAt" LIMIT ${batchSize}`;
}

/** The share of a strategy's decisions that get a second look, in per cent. @throws NotFound (no such strategy) */
export async function getSecondLookShare(strategyId: string): Promise<number> {
  const found = await db().strategy.findUnique({ where: { id: strategyId }, select: { secondLookPercent: true } });
  if (!found) throw new NotFound("There is no such strategy.");
  return found.secondLookPercent;
}
