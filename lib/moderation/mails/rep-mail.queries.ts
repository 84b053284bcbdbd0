import { db } from "@/lib/database/client";
import { isoDay, startOfWeek } from "@/lib/dates";
import type { RepMailCounts } from "@/lib/moderation/mails/rep-mail.rules";
import { requestsToDecideSql } from "@/lib/moderation/originals/original-list.queries";
import { repAreaIds } from "@/lib/moderation/queue/case-visibility.rules";
import { decidableBySql } from "@/lib/moderation/queue/queue.queries";
import { isReachable } from "@/lib/notifications/notice-mail.queries";
import { liveGrants } from "@/lib/people/grant.queries";
import { type Person, visitor } from "@/lib/people/person.policy";
import type { RepMailKind } from "@/prisma/generated/enums";

const isReachableRep = (now: Date) => ({
  ...isReachable,
  grants: { some: { role: "rep" as const, ...liveGrants(now) } },
});

/** The reps with an address. */
export async function listReachableReps(now: Date): Promise<string[]> {
  const accounts = await db().account.findMany({ where: isReachableRep(now), select: { id: true } });
  return accounts.map(({ id }) => id);
}

/** A rep with an address as a person, with that address, sealed; null when they are none now. */
export async function findReachableRep(
  accountId: string,
  now: Date,
): Promise<{ person: Person; emailSealed: Uint8Array<ArrayBuffer> } | null> {
  const account = await db().account.findUnique({
    where: { id: accountId, ...isReachableRep(now) },
    select: {
      label: true,
      emailSealed: true,
      grants: { where: liveGrants(now), select: { role: true, bodyId: true, unionId: true } },
    },
  });
  if (!account?.emailSealed) return null;
  const { label, grants, emailSealed } = account;
  return { person: { ...visitor, accountId, label, grants }, emailSealed };
}

/** The kinds of mail that an account has stopped. */
export async function listStoppedKinds(accountId: string): Promise<RepMailKind[]> {
  const rows = await db().repMailStop.findMany({ where: { accountId }, select: { kind: true } });
  return rows.map(({ kind }) => kind);
}

/** What waits for a rep, in one statement. Second looks count apart. */
export async function countForRepMail(person: Person, now: Date): Promise<RepMailCounts> {
  const week = startOfWeek(now);
  const isFirstDay = isoDay(now) === isoDay(week);
  const areas = repAreaIds(person);
  const [row] = await db().$queryRaw<RepMailCounts[]>`
    SELECT count(*) FILTER (WHERE k.kind <> 'second_look')::int AS waiting,
      count(*) FILTER (WHERE k.kind <> 'second_look' AND k."dueAt" < ${now})::int AS late,
      count(*) FILTER (WHERE k."assignedAccountId" = ${person.accountId})::int AS passed,
      count(*) FILTER (WHERE k.kind = 'second_look')::int AS second_looks,
      (${requestsToDecideSql(person)}) AS originals,
      (SELECT count(*)::int FROM (SELECT FROM rota_shifts WHERE ${isFirstDay} AND "accountId" = ${person.accountId}
        AND week = ${week}::date AND "bodyId" = ANY(${areas}) LIMIT 1) own) AS rota
    FROM cases k WHERE k."areaId" = ANY(${areas}) AND k.state = 'open' ${decidableBySql(person)}`;
  return row ?? { waiting: 0, late: 0, passed: 0, second_looks: 0, originals: 0, rota: 0 };
}
