import { db } from "@/lib/database/client";
import { NotFound, Refused } from "@/lib/errors";
import { leaveToOthers } from "@/lib/moderation/rota/absence.commands";
import { dayOf } from "@/lib/moderation/rota/rota.rules";
import type { AbsenceInput, TurnInput } from "@/lib/moderation/rota/rota.schema";
import { isRepFor, type Person } from "@/lib/people/person.policy";

const mostAbsences = 20;

/** Takes a week of an area's rota, or gives it back. Doing it again does no harm. @throws NotFound (no rep there) */
export async function setTurn(person: Person, { areaId: bodyId, week, takes }: TurnInput): Promise<void> {
  const { accountId } = person;
  if (!accountId || !isRepFor(person, bodyId)) throw new NotFound();
  const turn = { bodyId, week, accountId };
  if (takes) await db().rotaTurn.createMany({ data: [turn], skipDuplicates: true });
  else await db().rotaTurn.deleteMany({ where: turn });
}

/**
 * Says when a rep is away. From the first day on nothing is passed to them; when that is today, what they hold or was
 * passed to them goes back to the others at once.
 * @throws NotFound (no rep), Refused (too many)
 */
export async function addAbsence(person: Person, { from, to }: AbsenceInput, now = new Date()): Promise<void> {
  const { accountId } = person;
  if (!accountId || !person.grants.some(({ role }) => role === "rep")) throw new NotFound();
  await db().$transaction(async (tx) => {
    const known = await tx.absence.findMany({ where: { accountId, to: { gte: dayOf(now) } } });
    if (known.some((one) => one.from.getTime() === from.getTime() && one.to.getTime() === to.getTime())) return;
    if (known.length >= mostAbsences) throw new Refused("That is a lot of absences. Take some back first.");
    await tx.absence.create({ data: { accountId, from, to } });
  });
  if (from <= now) await leaveToOthers(accountId, now);
}

/** Takes an absence back: the rep is there. @throws NotFound (not theirs) */
export async function endAbsence({ accountId }: Person, id: string): Promise<void> {
  if (!accountId) throw new NotFound();
  const { count } = await db().absence.deleteMany({ where: { id, accountId } });
  if (count === 0) throw new NotFound();
}
