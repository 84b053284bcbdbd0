import type { Tx } from "@/lib/database/client";
import type { StatementParts } from "@/lib/database/prepared";
import { sessionLimits } from "@/lib/people/privacy/retention.rules";
import { newId, plainHash, randomSecret } from "@/lib/security/encryption";
import { Prisma } from "@/prisma/generated/client";

/**
 * Whose session: an account's, or that of one participant who came with a receipt. `isSecondFactorVerified`: what
 * let them in has proved a second factor too, so that no second step is asked.
 */
export type SessionOwner = { accountId: string; isSecondFactorVerified?: boolean } | { participantId: string };

/** The token of a session that begins, and of the one that the browser had before. */
export type SessionTokens = { token: string; previousToken: string | null };

/** What starts a session and ends the one before, as parts of a larger statement; without tokens nothing begins. */
export function startSessionSql(owner: SessionOwner, tokens: SessionTokens | null, now = new Date()): StatementParts {
  if (!tokens) return {};
  const nobody = { accountId: null, participantId: null, isSecondFactorVerified: false };
  const { accountId, participantId, isSecondFactorVerified } = { ...nobody, ...owner };
  const seconds = (limits: { absolute: number }) => Prisma.sql`${limits.absolute / 1000}::int`;
  const lifetime = accountId
    ? Prisma.sql`CASE WHEN EXISTS (SELECT FROM grants WHERE "accountId" = ${accountId} AND "endedAt" IS NULL)
        THEN ${seconds(sessionLimits.staff)} ELSE ${seconds(sessionLimits.participant)} END`
    : seconds(sessionLimits.participant);
  return {
    ended: tokens.previousToken
      ? Prisma.sql`DELETE FROM sessions WHERE "tokenHash" = ${plainHash(tokens.previousToken)}`
      : null,
    started: Prisma.sql`
      INSERT INTO sessions (id, "tokenHash", "accountId", "participantId", "startedAt", "seenAt", "steppedUpAt", "endsAt")
      SELECT ${newId()}, ${plainHash(tokens.token)}, ${accountId}, ${participantId}, moment, moment,
        CASE WHEN ${isSecondFactorVerified} THEN moment END, moment + make_interval(secs => ${lifetime})
      FROM (SELECT ${now}::timestamp AS moment) clock`,
  };
}

/**
 * The second step is taken: in the caller's transaction the session gets a new token, and the old one is worth nothing.
 * @returns the new token; null when the session is over, or took the step a moment ago
 */
export async function stepUpSession(tx: Tx, sessionId: string, now = new Date()): Promise<string | null> {
  const token = randomSecret();
  const { count } = await tx.session.updateMany({
    where: { id: sessionId, steppedUpAt: null },
    data: { steppedUpAt: now, seenAt: now, tokenHash: plainHash(token), challenge: null },
  });
  return count === 1 ? token : null;
}
