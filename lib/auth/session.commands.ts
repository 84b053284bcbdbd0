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

/** Forgets the sessions that are over. @returns how many */
export async function deleteExpiredSessions(now = new Date()): Promise<number> {
  const idleSince = new Date(now.getTime() - sessionLimits.participant.idle);
  const expired = { OR: [{ endsAt: { lt: now } }, { seenAt: { lt: idleSince } }] };
  const { count } = await db().session.deleteMany({ where: expired });
  return count;
}
