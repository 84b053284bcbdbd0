import { ownParticipantIds } from "@/lib/comments/own/queries";
import { db } from "@/lib/db";
import type { Person } from "@/lib/people/policy";

/** Notes that a person has seen these, so that they are not called new again. */
export async function markSeen(person: Person, ids: string[]): Promise<void> {
  const participantId = { in: await ownParticipantIds(person) };
  await db().notice.updateMany({
    where: { id: { in: ids }, participantId, seenAt: null },
    data: { seenAt: new Date() },
  });
}
