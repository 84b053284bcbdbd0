import type { StoredSession } from "@/lib/auth/session.queries";
import { limitsFor, storedTimes } from "@/lib/auth/session.rules";
import type { Tx } from "@/lib/database/client";
import { type StatementParts, withSql } from "@/lib/database/prepared";
import { liveGrantSql } from "@/lib/people/grant.queries";
import { sealSessionOwner } from "@/lib/people/session-owner.queries";
import { newId, plainHash, randomSecret } from "@/lib/security/encryption";
import { Prisma } from "@/prisma/generated/client";

/**
 * An account, or the participant of a receipt. `isSecondFactorVerified`: the sign-in has proved a second factor, so
 * that the second step is not required.
 */
export type SessionOwner = { accountId: string; isSecondFactorVerified?: boolean } | { participantId: string };

/** The token of a new session, and of the one that the browser had before. */
export type SessionTokens = { token: string; previousToken: string | null };

/** Parts of a larger statement that start a session and end the previous one; empty without tokens. */
export function startSessionSql(owner: SessionOwner, tokens: SessionTokens | null, now = new Date()): StatementParts {
  if (!tokens) return {};
  const nobody = { accountId: null, participantId: null, isSecondFactorVerified: false };
  const { accountId, participantId, isSecondFactorVerified } = { ...nobody, ...owner };
  const hasRole = accountId
    ? Prisma.sql`EXISTS (SELECT FROM grants WHERE "accountId" = ${accountId} AND ${liveGrantSql(now)})`
    : Prisma.sql`false`;
  const times = (isOfStaff: boolean) => {
    const { startedAt, seenAt } = storedTimes(isOfStaff, now);
    const endsAt = new Date(startedAt.getTime() + limitsFor(isOfStaff).absolute);
    return Prisma.sql`(${isOfStaff}::boolean, ${startedAt}::timestamp, ${seenAt}::timestamp, ${endsAt}::timestamp)`;
  };
  const sealed = accountId === null ? null : sealSessionOwner(accountId);
  // staff are named, anybody else's account is sealed
  const account = sealed
    ? Prisma.sql`CASE WHEN is_staff THEN ${accountId} END,
        CASE WHEN NOT is_staff THEN ${sealed.ownerSealed}::bytea END,
        CASE WHEN NOT is_staff THEN ${sealed.ownerIndex}::bytea END`
    : Prisma.sql`NULL, NULL, NULL`;
  return {
    ended: tokens.previousToken
      ? Prisma.sql`DELETE FROM sessions WHERE "tokenHash" = ${plainHash(tokens.previousToken)}`
      : null,
    started: Prisma.sql`
      INSERT INTO sessions (id, "tokenHash", "accountId", "ownerSealed", "ownerIndex", "participantId", "startedAt", "seenAt", "steppedUpAt", "endsAt")
      SELECT ${newId()}, ${plainHash(tokens.token)}, ${account}, ${participantId}, started, seen,
        CASE WHEN ${isSecondFactorVerified} THEN started END, ending
      FROM (VALUES ${times(true)}, ${times(false)}) times (is_staff, started, seen, ending) WHERE is_staff = ${hasRole}`,
  };
}

/** Starts a session under a new token, and ends the one that the browser had before. */
export async function insertSession(
  tx: Tx,
  owner: SessionOwner,
  tokens: SessionTokens,
  now = new Date(),
): Promise<void> {
  await tx.$executeRaw`${withSql(startSessionSql(owner, tokens, now))} SELECT`;
}

/** Writes the time of last use, as `storedTimes` has it. Of several requests at once, one writes. */
export async function markSessionSeen(tx: Tx, { id, seenAt }: StoredSession, usedAt: Date): Promise<void> {
  await tx.session.updateMany({ where: { id, seenAt }, data: { seenAt: usedAt } });
}

/** Ends the session of a token. */
export async function deleteSession(tx: Tx, token: string): Promise<void> {
  await tx.session.deleteMany({ where: { tokenHash: plainHash(token) } });
}

/**
 * Marks the second step as completed and replaces the session's token.
 * @returns the new token; null when the session has ended, or has completed the step before
 */
export async function stepUpSession(tx: Tx, sessionId: string, now = new Date()): Promise<string | null> {
  const token = randomSecret();
  const { count } = await tx.session.updateMany({
    where: { id: sessionId, steppedUpAt: null },
    data: { steppedUpAt: now, seenAt: now, tokenHash: plainHash(token), challenge: null },
  });
  return count === 1 ? token : null;
}
