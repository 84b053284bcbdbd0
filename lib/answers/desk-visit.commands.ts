import { db } from "@/lib/database/client";
import { NotFound } from "@/lib/errors";
import { isOfficerOf, type Person } from "@/lib/people/person.policy";

/** Starts the counts of what is new again from now. @throws NotFound for all but officers of the body */
export async function recordDeskVisit(person: Person, bodyId: string): Promise<void> {
  const { accountId } = person;
  if (!accountId || !isOfficerOf(person, bodyId)) throw new NotFound();
  const visitedAt = new Date();
  await db().deskVisit.upsert({
    where: { accountId_bodyId: { accountId, bodyId } },
    create: { accountId, bodyId, visitedAt },
    update: { visitedAt },
  });
}
