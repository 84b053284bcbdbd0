import { db } from "@/lib/database/client";
import { listOwnParticipantIds } from "@/lib/people/participant.queries";
import type { Person } from "@/lib/people/person.policy";

/** Notes that a person has seen these, so that they are not called new again. */
export async function markNoticesSeen(person: Person, ids: string[]): Promise<void> {
  const participantId = { in: await listOwnParticipantIds(person) };
  await db().notice.updateMany({
    where: { id: { in: ids }, participantId, seenAt: null },
    data: { seenAt: new Date() },
  });
}
