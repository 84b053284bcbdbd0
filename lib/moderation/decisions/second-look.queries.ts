import { db } from "@/lib/database/client";
import { NotFound } from "@/lib/errors";

/** A decision that is drawn for a second look. */
export type Drawn = {
  id: string;
  commentId: string;
  revision: number;
  deciderUnion: string | null;
  strategyId: string;
};

const days = 24 * 60 * 60_000;
/** So long a decision can be drawn: a job that stood still draws later what it missed. */
const drawnFor = 8 * days;
const mostAtOnce = 200;

/**
 * The decisions that are to be looked at again, approvals too, and have not been: those whose check number, of which
 * nobody is master, falls under the strategy's share. Anybody who has the record can see that no other was chosen.
 */
export function listDrawn(now: Date): Promise<Drawn[]> {
  return db().$queryRaw<Drawn[]>`
    SELECT d.id, d."commentId", d.revision, d."deciderUnion", c."strategyId"
    FROM decisions d JOIN comments c ON c.id = d."commentId" JOIN strategies s ON s.id = c."strategyId"
    WHERE d."decidedAt" > ${new Date(now.getTime() - drawnFor)}
      AND d.deed IN ('publish', 'reject', 'remove', 'dismiss', 'uphold')
      AND c.state = d."toState" AND c.revision = d.revision AND c.state IN ('published', 'rejected', 'removed')
      AND ('x' || encode(substring(d.hash FROM 1 FOR 4), 'hex'))::bit(32)::bigint * 100 < s."secondLookPercent" * 4294967296
      AND NOT EXISTS (SELECT FROM cases WHERE "looksAtId" = d.id)
    ORDER BY d."decidedAt" LIMIT ${mostAtOnce}`;
}

/** How many of a hundred decisions on a strategy are looked at again. @throws NotFound */
export async function getShare(strategyId: string): Promise<number> {
  const found = await db().strategy.findUnique({ where: { id: strategyId }, select: { secondLookPercent: true } });
  if (!found) throw new NotFound("There is no such strategy.");
  return found.secondLookPercent;
}
