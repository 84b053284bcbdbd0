import { db } from "@/lib/database/client";
import { dateOf } from "@/lib/dates";
import { NotFound, RuleViolation } from "@/lib/errors";
import { notifyQueue } from "@/lib/moderation/queue/queue.writes";
import { reassignIfNoneEligible, reassignToAnotherArea, returnToArea } from "@/lib/moderation/rota/reassignment.writes";
import { listUnstaffedAreaIds } from "@/lib/moderation/rota/rota.queries";
import type { AbsenceInput } from "@/lib/moderation/rota/rota.schema";
import { type Person, rolesOf } from "@/lib/people/person.policy";

const maxAbsences = 20;
/** Cases that one run of the job takes. */
const batchSize = 200;
/** Milliseconds after its deadline at which a case that nobody has claimed goes to another area. */
const overdueGrace = 24 * 60 * 60_000;
/** Milliseconds before its deadline at which it goes there when all reps of the area are away. */
const absenceLeadTime = 24 * 60 * 60_000;

/**
 * Adds an absence of a rep, who gets no cases while it lasts. If it has begun, their claims end and the cases assigned to
 * them go back to their area at once.
 * @throws NotFound (no rep), RuleViolation (too many)
 */
export async function addAbsence(person: Person, { from, to }: AbsenceInput, now = new Date()): Promise<void> {
  const { accountId } = person;
  if (!accountId || !rolesOf(person).includes("rep")) throw new NotFound();
  await db().$transaction(async (tx) => {
    const absences = await tx.absence.findMany({ where: { accountId, to: { gte: dateOf(now) } } });
    if (absences.some((one) => one.from.getTime() === from.getTime() && one.to.getTime() === to.getTime())) return;
    if (absences.length >= maxAbsences) throw new RuleViolation("You have too many absences. Delete some first.");
    await tx.absence.create({ data: { accountId, from, to } });
  });
  if (from <= now) await releaseCasesOf(accountId, now);
}

/** Deletes an absence. @throws NotFound (not theirs) */
export async function cancelAbsence({ accountId }: Person, id: string): Promise<void> {
  if (!accountId) throw new NotFound();
  const { count } = await db().absence.deleteMany({ where: { id, accountId } });
  if (count === 0) throw new NotFound();
}

/** Ends a rep's claims and returns the cases assigned to them to their area. */
async function releaseCasesOf(accountId: string, now = new Date()): Promise<void> {
  await db().$transaction(async (tx) => {
    const releasedCases = await tx.case.updateManyAndReturn({
      where: { claimedById: accountId, state: "open" },
      data: { claimedById: null, claimedUntil: null },
      select: { areaId: true },
    });
    if (releasedCases.length > 0) await notifyQueue(tx, ...new Set(releasedCases.map(({ areaId }) => areaId)));
  });
  await returnCasesOf([accountId], now);
}

/** Returns the cases assigned to reps who are away today. @returns how many */
async function reassignFromAbsentReps(now = new Date()): Promise<number> {
  const day = dateOf(now);
  const absences = await db().absence.findMany({
    where: { from: { lte: day }, to: { gte: day } },
    select: { accountId: true },
  });
  return returnCasesOf([...new Set(absences.map(({ accountId }) => accountId))], now);
}

async function returnCasesOf(accountIds: string[], now: Date): Promise<number> {
  if (accountIds.length === 0) return 0;
  const remaining = await db().case.findMany({
    where: {
      state: "open",
      assignedAccountId: { in: accountIds },
      OR: [{ claimedUntil: null }, { claimedUntil: { lt: now } }],
    },
    take: batchSize,
    select: { id: true, areaId: true },
  });
  for (const { id, areaId } of remaining) {
    await db().$transaction(async (tx) => {
      await returnToArea(tx, id, areaId, "The rep it was passed to is away.");
      await reassignIfNoneEligible(tx, id);
    });
  }
  return remaining.length;
}

/**
 * Reassigns cases that are a day overdue, or due within a day while all reps of the area are away, to the area with the
 * fewest cases; once each. Cases assigned to absent reps return to their area first. A job.
 * @returns how many were reassigned to another area
 */
export async function reassignOverdueCases(now = new Date()): Promise<number> {
  await reassignFromAbsentReps(now);
  const unstaffedAreaIds = await listUnstaffedAreaIds(now);
  const overdue = await db().case.findMany({
    where: {
      state: "open",
      AND: [
        {
          OR: [
            { dueAt: { lt: new Date(now.getTime() - overdueGrace) } },
            { areaId: { in: unstaffedAreaIds }, dueAt: { lt: new Date(now.getTime() + absenceLeadTime) } },
          ],
        },
        { OR: [{ claimedUntil: null }, { claimedUntil: { lt: now } }] },
      ],
      reassignments: { none: { kind: "overdue" } },
    },
    orderBy: { dueAt: "asc" },
    take: batchSize,
    select: { id: true, areaId: true },
  });
  let reassignedCount = 0;
  for (const { id, areaId } of overdue) {
    const reason = unstaffedAreaIds.includes(areaId) ? "All reps of the area are away." : "Nobody decided it in time.";
    if (await db().$transaction((tx) => reassignToAnotherArea(tx, id, areaId, "overdue", reason))) reassignedCount++;
  }
  return reassignedCount;
}
