import { countReceiptAttempt } from "@/lib/auth/attempt-limits";
import { findSession, type LiveSession, ownSessionsFilter } from "@/lib/auth/session.queries";
import { shouldUpdateSeenAt } from "@/lib/auth/session.rules";
import { type SessionOwner, startSessionSql } from "@/lib/auth/session.writes";
import { db } from "@/lib/database/client";
import { withSql } from "@/lib/database/prepared";
import { findParticipantByReceipt } from "@/lib/people/participant.queries";
import type { Person } from "@/lib/people/person.policy";
import { sessionLimits } from "@/lib/people/privacy/retention.rules";
import { plainHash, randomSecret } from "@/lib/security/encryption";

/**
 * Starts a session under a new token, and ends the one that the browser had before.
 * @returns the token, 128 random bits, of which we store a hash
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

/** The person of a live session, whose time of last use is updated; null when its second step is pending. */
export async function resumeSession(token: string, now = new Date()): Promise<Person | null> {
  const session = await findSession(token, now);
  if (!session || session.isStepUpPending) return null;
  if (shouldUpdateSeenAt(session.seenAt, now)) await markSeen(session, now);
  return session.person;
}

async function markSeen({ id, seenAt }: LiveSession, now: Date): Promise<void> {
  // of several requests at once, one writes
  await db().session.updateMany({ where: { id, seenAt }, data: { seenAt: now } });
}

/** Ends the session of a token. */
export async function endSession(token: string): Promise<void> {
  await db().session.deleteMany({ where: { tokenHash: plainHash(token) } });
}

/** Ends one of a person's own sessions, or all of them. @returns how many: 0 when it is not theirs, or has ended */
export async function endOwnSessions(person: Person, which: { id: string } | "all"): Promise<number> {
  const filter = ownSessionsFilter(person);
  if (!filter) return 0;
  const { count } = await db().session.deleteMany({ where: which === "all" ? filter : { ...filter, id: which.id } });
  return count;
}

/**
 * Finds the participant of a receipt.
 * @param client see `clientKey`; every attempt counts towards its limit
 * @returns the participant's id, or null when there is no such receipt
 * @throws RateLimited
 */
export async function redeemReceipt(receipt: string, client: string): Promise<string | null> {
  await countReceiptAttempt(client);
  return (await findParticipantByReceipt(receipt))?.id ?? null;
}

/** Deletes expired sessions. @returns how many */
export async function deleteExpiredSessions(now = new Date()): Promise<number> {
  const idleSince = new Date(now.getTime() - sessionLimits.participant.idle);
  const expired = { OR: [{ endsAt: { lt: now } }, { seenAt: { lt: idleSince } }] };
  const { count } = await db().session.deleteMany({ where: expired });
  return count;
}
