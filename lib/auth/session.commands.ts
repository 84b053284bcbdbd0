import { findSession, type LiveSession, ownSessionsFilter } from "@/lib/auth/session.queries";
import { shouldUpdateSeenAt } from "@/lib/auth/session.rules";
import { db, type Tx } from "@/lib/database/client";
import { type StatementParts, withSql } from "@/lib/database/prepared";
import { RateLimited } from "@/lib/errors";
import { findParticipantByReceipt } from "@/lib/people/participant.queries";
import type { Person } from "@/lib/people/person.policy";
import { sessionLimits } from "@/lib/people/privacy/retention.rules";
import { newId, plainHash, randomSecret } from "@/lib/security/encryption";
import { isWithinLimit } from "@/lib/security/rate-limit";
import { Prisma } from "@/prisma/generated/client";

/**
 * Whose session: an account's, or that of one participant who came with a receipt. `isSecondFactorVerified`: what
 * let them in has proved a second factor too, so that no second step is asked.
 */
export type SessionOwner = { accountId: string; isSecondFactorVerified?: boolean } | { participantId: string };

/**
 * Starts a session under a new token, and ends the one that the browser had before.
 * @returns the token, 128 random bits, for the browser alone: we keep its hash
 */
export async function startSession(
  owner: SessionOwner,
  previousToken: string | null,
  now = new Date(),
): Promise<string> {
  const token = randomSecret();
  await db().$executeRaw`${withSql(startSessionSql(owner, { token, previousToken }, now))} SELECT`;
  return token;
}

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

/**
 * Who holds this token, noting that the session is in use; null when it is unknown or over, or waits for its second
 * step.
 */
export async function resumeSession(token: string, now = new Date()): Promise<Person | null> {
  const session = await findSession(token, now);
  if (!session || session.isStepUpPending) return null;
  if (shouldUpdateSeenAt(session.seenAt, now)) await markSeen(session, now);
  return session.person;
}

async function markSeen({ id, seenAt }: LiveSession, now: Date): Promise<void> {
  await db().session.updateMany({ where: { id, seenAt }, data: { seenAt: now } }); // of several at once, one writes
}

/** Ends a session at once. */
export async function endSession(token: string): Promise<void> {
  await db().session.deleteMany({ where: { tokenHash: plainHash(token) } });
}

/** Ends one of a person's own sessions, or all, at once. @returns how many: none when it is not theirs, or is over */
export async function endOwnSessions(person: Person, which: { id: string } | "all"): Promise<number> {
  const filter = ownSessionsFilter(person);
  if (!filter) return 0;
  const { count } = await db().session.deleteMany({ where: which === "all" ? filter : { ...filter, id: which.id } });
  return count;
}

/**
 * Whom a receipt brings back.
 * @param client as the front names it; too many tries from one are refused, right or wrong
 * @returns the participant's id, or null when there is no such receipt
 * @throws RateLimited
 */
export async function redeemReceipt(receipt: string, client: string): Promise<string | null> {
  await countReceiptAttempt(client);
  return (await findParticipantByReceipt(receipt))?.id ?? null;
}

/** Counts a try at a secret code. @throws RateLimited when one client has made too many, right or wrong */
export async function countReceiptAttempt(client: string): Promise<void> {
  if (!(await isWithinLimit("receipt-client", client)))
    throw new RateLimited("There were too many tries from your network. Wait a quarter of an hour, then try again.");
}

/** Forgets the sessions that are over. @returns how many */
export async function deleteExpiredSessions(now = new Date()): Promise<number> {
  const idleSince = new Date(now.getTime() - sessionLimits.participant.idle);
  const expired = { OR: [{ endsAt: { lt: now } }, { seenAt: { lt: idleSince } }] };
  const { count } = await db().session.deleteMany({ where: expired });
  return count;
}
