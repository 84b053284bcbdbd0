import { db } from "@/lib/database/client";
import { NotFound } from "@/lib/errors";
import type { ShiftParams } from "@/lib/moderation/rota/rota.schema";
import { isRepFor, type Person } from "@/lib/people/person.policy";

/** Takes a week of an area's rota or gives it back; repeating it changes nothing. @throws NotFound (no rep there) */
export async function setShift(person: Person, { areaId: bodyId, week, isTaken }: ShiftParams): Promise<void> {
  const { accountId } = person;
  if (!accountId || !isRepFor(person, bodyId)) throw new NotFound();
  const shift = { bodyId, week, accountId };
  if (isTaken) await db().rotaShift.createMany({ data: [shift], skipDuplicates: true });
  else await db().rotaShift.deleteMany({ where: shift });
}
