import { z } from "zod";
import { agoText, isProofFresh, isSessionLive, latestEnd, sessionEnd, startsInFuture } from "@/lib/auth/session.rules";
import { db } from "@/lib/database/client";
import { runPrepared } from "@/lib/database/prepared";
import { liveGrantSql } from "@/lib/people/grant.queries";
import { isStaff, type Person } from "@/lib/people/person.policy";
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
  participantId: z.string().nullable(),
  participantStrategyId: z.string().nullable(),
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

/**
 * The session of a token, with the person's roles of this moment; null when it is unknown. One query. It may have
 * expired: `readSession` gives live ones.
 */
export async function findSession(token: string): Promise<StoredSession | null> {
  const rows = await runPrepared(
    "session of a token",
    Prisma.sql`
    SELECT session.id, session."startedAt", session."seenAt", session."endsAt", session."steppedUpAt",
      session."accountId", session."participantId", participant."strategyId" AS "participantStrategyId", account.label,
      (SELECT coalesce(json_agg(json_build_object('role', role, 'bodyId', "bodyId", 'unionId', "unionId")), '[]')
        FROM grants WHERE grants."accountId" = session."accountId" AND ${liveGrantSql()}) AS grants
    FROM sessions session
    LEFT JOIN accounts account ON account.id = session."accountId"
    LEFT JOIN participants participant ON participant.id = session."participantId"
    WHERE session."tokenHash" = ${plainHash(token)} AND account."erasedAt" IS NULL`,
  );
  if (rows.length === 0) return null;
  const { id, startedAt, seenAt, endsAt, steppedUpAt, ...person } = sessionRow.parse(rows[0]);
  if (startsInFuture(startedAt, new Date())) return null;
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
  if (accountId) return { accountId };
  return participantId ? { participantId } : null;
}
