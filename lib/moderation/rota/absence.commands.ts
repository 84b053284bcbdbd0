import { db } from "@/lib/database/client";
import { NotFound, RuleViolation } from "@/lib/errors";
import { notifyQueue } from "@/lib/moderation/queue/queue.writes";
import { reassignIfNoneEligible, reassignToAnotherArea, returnToArea } from "@/lib/moderation/rota/reassignment.writes";
import { listUnstaffedAreaIds } from "@/lib/moderation/rota/rota.queries";
import { dayOf } from "@/lib/moderation/rota/rota.rules";
import type { AbsenceInput } from "@/lib/moderation/rota/rota.schema";
import type { Person } from "@/lib/people/person.policy";

const maxAbsences = 20;
/** Cases that one run of the job takes. */
const batchSize = 200;
/** Milliseconds after its deadline at which a case that nobody has claimed goes to another area. */
const overdueGrace = 24 * 60 * 60_000;
/** Milliseconds before its deadline at which it goes there when all reps of the area are away. */
const absenceLeadTime = 24 * 60 * 60_000;

/**
 * Says when a rep is away. From the first day on nothing is passed to them; when that is today, what they hold or was
 * passed to them goes back to the others at once.
 * @throws NotFound (no rep), RuleViolation (too many)
 */
export async function addAbsence(person: Person, { from, to }: AbsenceInput, now = new Date()): Promise<void> {
  const { accountId } = person;
  if (!accountId || !person.grants.some(({ role }) => role === "rep")) throw new NotFound();
  await db().$transaction(async (tx) => {
    const absences = await tx.absence.findMany({ where: { accountId, to: { gte: dayOf(now) } } });
    if (absences.some((one) => one.from.getTime() === from.getTime() && one.to.getTime() === to.getTime())) return;
    if (absences.length >= maxAbsences) throw new RuleViolation("That is a lot of absences. Take some back first.");
    await tx.absence.create({ data: { accountId, from, to } });
  });
  if (from <= now) await releaseCasesOf(accountId, now);
}

/** Takes an absence back: the rep is there. @throws NotFound (not theirs) */
export async function cancelAbsence({ accountId }: Person, id: string): Promise<void> {
  if (!accountId) throw new NotFound();
  const { count } = await db().absence.deleteMany({ where: { id, accountId } });
  if (count === 0) throw new NotFound();
}

/** Gives back what a rep holds and what was passed to them: others of the area see it again. */
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

/** The same for everybody who is away today, for a job: an absence may have begun in the night. @returns how many cases */
async function reassignFromAbsentReps(now = new Date()): Promise<number> {
  const day = dayOf(now);
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
      await returnToArea(tx, id, areaId, "The rep whom it was passed to is away.");
      await reassignIfNoneEligible(tx, id);
    });
  }
  return remaining.length;
}

/**
 * Passes on the cases that an area's reps left a day too long, or that have a day left while all of them are away; once
 * each, to the area with the fewest. What was passed to a rep who is away goes back to the others. For a job.
 * @returns how many found another area
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
    const reason = unstaffedAreaIds.includes(areaId)
      ? "All reps of the area are away."
      : "Nobody looked at it in time.";
    if (await db().$transaction((tx) => reassignToAnotherArea(tx, id, areaId, "overdue", reason))) reassignedCount++;
  }
  return reassignedCount;
}
