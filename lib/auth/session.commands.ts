import type { CredentialsConfig } from "next-auth/providers/credentials";
import { signOutAdapter } from "@/lib/auth/adapter";
import { countReceiptAttempt } from "@/lib/auth/attempt-limits";
import { callNextAuth, readSession } from "@/lib/auth/next-auth";
import { ownSessionsFilter } from "@/lib/auth/session.queries";
import { insertSession, type SessionOwner } from "@/lib/auth/session.writes";
import { db } from "@/lib/database/client";
import { findParticipantByReceipt } from "@/lib/people/participant.queries";
import type { Person } from "@/lib/people/person.policy";
import { sessionLimits } from "@/lib/people/privacy/retention.rules";
import { randomSecret } from "@/lib/security/encryption";

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
  await insertSession(db(), owner, { token, previousToken }, now);
  return token;
}

/** The person of a live session, whose time of last use is updated; null when its second step is pending. */
export async function resumeSession(token: string): Promise<Person | null> {
  const session = await readSession(token);
  return session && !session.isStepUpPending ? session.person : null;
}

/** Ends the session of a token. */
export async function endSession(token: string): Promise<void> {
  await callNextAuth({ action: "signout", body: {}, cookies: { session: token } }, signOutAdapter());
}

/** Ends one of a person's own sessions, or all of them. @returns how many: 0 when it is not theirs, or has ended */
export async function endOwnSessions(person: Person, which: { id: string } | "all"): Promise<number> {
  const filter = ownSessionsFilter(person);
  if (!filter) return 0;
  const { count } = await db().session.deleteMany({ where: which === "all" ? filter : { ...filter, id: which.id } });
  return count;
}

/**
 * Signs in by a receipt, as the participant whose it is.
 * @param client see `clientKey`; every attempt counts towards its limit
 * @param previousToken of the session that this one replaces
 * @returns the session's token, or null when there is no such receipt
 * @throws RateLimited
 */
export async function signInByReceipt(
  receipt: string,
  client: string,
  previousToken: string | null,
): Promise<string | null> {
  await countReceiptAttempt(client);
  const provider: CredentialsConfig = {
    id: "receipt",
    name: "receipt",
    type: "credentials",
    credentials: {},
    async authorize() {
      const participant = await findParticipantByReceipt(receipt);
      return participant && { id: participant.id };
    },
  };
  const { cookies } = await callNextAuth(
    { action: "callback", provider, body: {} },
    {},
    {
      session: { strategy: "jwt" }, // the only one that it has for credentials: its token is that of a session of ours
      jwt: { encode: ({ token }) => startSession({ participantId: token?.sub ?? "" }, previousToken) },
    },
  );
  return cookies.session ?? null;
}

/** Deletes expired sessions. @returns how many */
export async function deleteExpiredSessions(now = new Date()): Promise<number> {
  const idleSince = new Date(now.getTime() - sessionLimits.participant.idle);
  const expired = { OR: [{ endsAt: { lt: now } }, { seenAt: { lt: idleSince } }] };
  const { count } = await db().session.deleteMany({ where: expired });
  return count;
}
