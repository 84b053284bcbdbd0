import { z } from "zod";
import { agoText, isProofFresh, isSessionLive, latestEnd, sessionEnd, startsInFuture } from "@/lib/auth/session.rules";
import { db } from "@/lib/database/client";
import { runPrepared } from "@/lib/database/prepared";
import { liveGrantSql } from "@/lib/people/grant.queries";
import { isStaff, type Person } from "@/lib/people/person.policy";
import { sessionsOf, unsealSessionOwner } from "@/lib/people/session-owner.queries";
import { constantTimeEqual, plainHash } from "@/lib/security/encryption";
import { Prisma } from "@/prisma/generated/client";
import { Role } from "@/prisma/generated/enums";

const sessionRow = z.object({
  id: z.string(),
  startedAt: z.date(),
  seenAt: z.date(),
  endsAt: z.date(),
  steppedUpAt: z.date().nullable(),
  accountId: z.string().nullable(),
  ownerSealed: z.instanceof(Uint8Array).nullable(),
  ownerIndex: z.instanceof(Uint8Array).nullable(),
  participantId: z.string().nullable(),
  participantStrategyId: z.string().nullable(),
});
const accountRow = z.object({
  label: z.string().nullable(),
  grants: z.array(z.object({ role: z.enum(Role), bodyId: z.string().nullable(), unionId: z.string().nullable() })),
});

export type StoredSession = {
  id: string;
  seenAt: Date;
  /** When it ends if it is not used again. */
  endsAt: Date;
  /** When it ends however much it is used. */
  latestEnd: Date;
  person: Person;
  /** True for staff until they have completed the second step. */
  isStepUpPending: boolean;
  /** Whether they proved their second factor minutes ago. */
  isProofFresh: boolean;
};

/** What a session needs of its account. */
const accountSql = (accountId: Prisma.Sql) => Prisma.sql`
  account.label, (SELECT coalesce(json_agg(json_build_object('role', role, 'bodyId', "bodyId", 'unionId', "unionId")), '[]')
    FROM grants WHERE grants."accountId" = ${accountId} AND ${liveGrantSql()}) AS grants`;

/**
 * The session of a token, with the person's roles of this moment; null when it is unknown. One query, or two where the
 * account is sealed. It may have expired: `readSession` gives live ones.
 */
export async function findSession(token: string): Promise<StoredSession | null> {
  const rows = await runPrepared(
    "session of a token",
    Prisma.sql`
    SELECT session.id, session."startedAt", session."seenAt", session."endsAt", session."steppedUpAt",
      session."accountId", session."ownerSealed", session."ownerIndex", session."participantId",
      participant."strategyId" AS "participantStrategyId", ${accountSql(Prisma.sql`session."accountId"`)}
    FROM sessions session
    LEFT JOIN accounts account ON account.id = session."accountId"
    LEFT JOIN participants participant ON participant.id = session."participantId"
    WHERE session."tokenHash" = ${plainHash(token)} AND account."erasedAt" IS NULL`,
  );
  if (rows.length === 0) return null;
  const { id, startedAt, seenAt, endsAt, steppedUpAt, ownerSealed, ownerIndex, ...owner } = sessionRow.parse(rows[0]);
  if (startsInFuture(startedAt, new Date())) return null;
  const sealedId = ownerSealed && ownerIndex && unsealSessionOwner(ownerSealed, ownerIndex);
  const account = sealedId ? await findAccount(sealedId) : accountRow.parse(rows[0]);
  if (!account) return null;
  const person = { ...owner, ...account, accountId: sealedId ?? owner.accountId };
  const hasRole = isStaff(person);
  return {
    id,
    seenAt,
    endsAt: sessionEnd({ startedAt, seenAt, endsAt }, hasRole),
    latestEnd: latestEnd({ startedAt, endsAt }, hasRole),
    person,
    isStepUpPending: hasRole && steppedUpAt === null,
    isProofFresh: isProofFresh(steppedUpAt, new Date()),
  };
}

/** The account of a sealed session; null when it was erased. */
async function findAccount(id: string): Promise<z.infer<typeof accountRow> | null> {
  const [row] = await runPrepared(
    "account of a session",
    Prisma.sql`SELECT ${accountSql(Prisma.sql`account.id`)} FROM accounts account WHERE id = ${id} AND "erasedAt" IS NULL`,
  );
  return row ? accountRow.parse(row) : null;
}

export type SessionView = {
  id: string;
  startedText: string;
  lastUsedText: string;
  isCurrent: boolean;
  isStepUpPending: boolean;
};

/**
 * A person's live sessions, newest first, with rough times: enough to distinguish browsers, without places or exact
 * times.
 * @param token of the current browser
 */
export async function listSessions(person: Person, token: string, now = new Date()): Promise<SessionView[]> {
  const filter = ownSessionsFilter(person);
  if (!filter) return [];
  const rows = await db().session.findMany({
    where: filter,
    orderBy: [{ startedAt: "desc" }, { id: "asc" }],
    take: 50,
    select: { id: true, startedAt: true, seenAt: true, endsAt: true, steppedUpAt: true, tokenHash: true },
  });
  const hasRole = isStaff(person);
  return rows
    .filter((row) => isSessionLive(row, hasRole, now))
    .map(({ id, startedAt, seenAt, steppedUpAt, tokenHash }) => ({
      id,
      startedText: agoText(now.getTime() - startedAt.getTime()),
      lastUsedText: agoText(now.getTime() - seenAt.getTime()),
      isCurrent: constantTimeEqual(tokenHash, plainHash(token)),
      isStepUpPending: hasRole && steppedUpAt === null,
    }));
}

/** A filter for a person's own sessions; null for a visitor, who has none. */
export function ownSessionsFilter({ accountId, participantId }: Person) {
  if (accountId) return sessionsOf(accountId);
  return participantId ? { participantId } : null;
}
