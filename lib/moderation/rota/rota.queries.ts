import { db, type Tx } from "@/lib/database/client";
import { dateOf, startOfWeek } from "@/lib/dates";
import { repAreaIds } from "@/lib/moderation/queue/case-visibility.rules";
import { weeksFrom } from "@/lib/moderation/rota/rota.rules";
import { liveGrantSql, liveGrants } from "@/lib/people/grant.queries";
import type { Person } from "@/lib/people/person.policy";
import { Prisma } from "@/prisma/generated/client";

type RepLabel = { accountId: string; label: string };
export type AreaRota = {
  id: string;
  name: string;
  weeks: { week: Date; onDuty: RepLabel[]; isOwnShift: boolean }[];
  /** Current and future absences of the area's reps. */
  absences: { label: string; from: Date; to: Date }[];
};

/** The rota of each of a rep's areas, for this week and the next. */
export async function listRotas(person: Person, now = new Date()): Promise<AreaRota[]> {
  const weeks = weeksFrom(now);
  const bodies = await db().body.findMany({
    where: { id: { in: repAreaIds(person) } },
    orderBy: { name: "asc" },
    select: { id: true, name: true },
  });
  const ids = bodies.map(({ id }) => id);
  const [reps, shifts] = await Promise.all([
    db().grant.findMany({
      where: { bodyId: { in: ids }, role: "rep", ...liveGrants(now) },
      select: { bodyId: true, accountId: true, account: { select: { label: true } } },
    }),
    db().rotaShift.findMany({ where: { bodyId: { in: ids }, week: { in: weeks } } }),
  ]);
  const absences = await listAbsences(
    reps.map(({ accountId }) => accountId),
    now,
  );
  return bodies.map(({ id, name }) => {
    const repsInArea: RepLabel[] = reps
      .filter(({ bodyId }) => bodyId === id)
      .map(({ accountId, account }) => ({ accountId, label: account.label ?? "A rep" }));
    return {
      id,
      name,
      weeks: weeks.map((week) => {
        const shiftsOfWeek = shifts.filter((shift) => shift.bodyId === id && shift.week.getTime() === week.getTime());
        const onDuty = repsInArea.filter(({ accountId }) =>
          shiftsOfWeek.some((shift) => shift.accountId === accountId),
        );
        return { week, onDuty, isOwnShift: onDuty.some(({ accountId }) => accountId === person.accountId) };
      }),
      absences: absences.flatMap(({ accountId, from, to }) => {
        const rep = repsInArea.find((one) => one.accountId === accountId);
        return rep ? [{ label: rep.label, from, to }] : [];
      }),
    };
  });
}

function listAbsences(accountIds: string[], now: Date) {
  return db().absence.findMany({
    where: { accountId: { in: accountIds }, to: { gte: dateOf(now) } },
    orderBy: [{ from: "asc" }, { id: "asc" }],
    select: { id: true, accountId: true, from: true, to: true },
  });
}

/** A person's current and future absences. */
export async function listOwnAbsences(
  { accountId }: Person,
  now = new Date(),
): Promise<{ id: string; from: Date; to: Date }[]> {
  return accountId ? listAbsences([accountId], now) : [];
}

/** Which of these accounts are away on a day: the last day of the absence, by account. */
export async function findAbsentAccounts(accountIds: string[], now: Date, tx: Tx = db()): Promise<Map<string, Date>> {
  const day = dateOf(now);
  const rows = await tx.absence.findMany({
    where: { accountId: { in: accountIds }, from: { lte: day }, to: { gte: day } },
    orderBy: { to: "asc" },
    select: { accountId: true, to: true },
  });
  return new Map(rows.map(({ accountId, to }) => [accountId, to]));
}

/** The accounts of the reps on duty in a rep's areas this week, without those who are away. */
export const onDutySql = (person: Person, now = new Date()): Prisma.Sql => Prisma.sql`
  SELECT a.id, a.label FROM accounts a
  WHERE a.id IN (SELECT "accountId" FROM rota_shifts WHERE "bodyId" = ANY(${repAreaIds(person)}) AND week = ${startOfWeek(now)}::date)
    AND EXISTS (SELECT FROM grants g WHERE g."accountId" = a.id AND g.role = 'rep' AND ${liveGrantSql(now)})
    AND NOT EXISTS (SELECT FROM absences b
      WHERE b."accountId" = a.id AND b."from" <= ${dateOf(now)}::date AND b."to" >= ${dateOf(now)}::date)
  ORDER BY a.label`;

/** Areas whose reps are all away on a day. */
export async function listUnstaffedAreaIds(now: Date): Promise<string[]> {
  const day = dateOf(now);
  const rows = await db().$queryRaw<{ areaId: string }[]>`
    SELECT g."bodyId" AS "areaId" FROM grants g
    WHERE g.role = 'rep' AND ${liveGrantSql(now)} AND g."bodyId" IS NOT NULL
    GROUP BY g."bodyId"
    HAVING bool_and(EXISTS (
      SELECT FROM absences a WHERE a."accountId" = g."accountId" AND a."from" <= ${day}::date AND a."to" >= ${day}::date
    ))`;
  return rows.map(({ areaId }) => areaId);
}
