import { db } from "@/lib/database/client";
import { NotFound, RuleViolation } from "@/lib/errors";
import { releaseCasesOf } from "@/lib/moderation/rota/absence.commands";
import { dayOf } from "@/lib/moderation/rota/rota.rules";
import type { AbsenceInput, ShiftInput } from "@/lib/moderation/rota/rota.schema";
import { isRepFor, type Person } from "@/lib/people/person.policy";

const maxAbsences = 20;

/** Takes a week of an area's rota, or gives it back. Doing it again does no harm. @throws NotFound (no rep there) */
export async function setShift(person: Person, { areaId: bodyId, week, isTaken }: ShiftInput): Promise<void> {
  const { accountId } = person;
  if (!accountId || !isRepFor(person, bodyId)) throw new NotFound();
  const shift = { bodyId, week, accountId };
  if (isTaken) await db().rotaShift.createMany({ data: [shift], skipDuplicates: true });
  else await db().rotaShift.deleteMany({ where: shift });
}

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
