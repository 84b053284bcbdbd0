import { z } from "zod";
import { db } from "@/lib/db";
import { isStaff, type Person } from "@/lib/people/policy";
import { isLive } from "@/lib/people/sessions/rules";
import { plainHash } from "@/lib/secrets";
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

export type LiveSession = {
  id: string;
  seenAt: Date;
  person: Person;
  /** Somebody with a role who has not taken the second step: nobody, until they have. */
  isHalf: boolean;
};

/** Who holds this token, with the roles of this very moment; null when the session is unknown or over. One query. */
export async function findSession(token: string, now = new Date()): Promise<LiveSession | null> {
  const rows = await db().$queryRaw<unknown[]>`
    SELECT session.id, session."startedAt", session."seenAt", session."endsAt", session."steppedUpAt",
      session."accountId", session."participantId", participant."strategyId" AS "participantStrategyId", account.label,
      (SELECT coalesce(json_agg(json_build_object('role', role, 'bodyId', "bodyId", 'unionId', "unionId")), '[]')
        FROM grants WHERE grants."accountId" = session."accountId" AND "endedAt" IS NULL) AS grants
    FROM sessions session
    LEFT JOIN accounts account ON account.id = session."accountId"
    LEFT JOIN participants participant ON participant.id = session."participantId"
    WHERE session."tokenHash" = ${plainHash(token)} AND account."erasedAt" IS NULL`;
  if (rows.length === 0) return null;
  const { id, startedAt, seenAt, endsAt, steppedUpAt, ...person } = sessionRow.parse(rows[0]);
  const staff = isStaff(person);
  if (!isLive({ startedAt, seenAt, endsAt }, staff, now)) return null;
  return { id, seenAt, person, isHalf: staff && steppedUpAt === null };
}
