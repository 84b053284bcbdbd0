import { db } from "@/lib/database/client";
import { listOwnParticipantIds } from "@/lib/people/participant.queries";
import type { Person } from "@/lib/people/person.policy";

/** Marks notices as seen. */
export async function markNoticesSeen(person: Person, ids: string[]): Promise<void> {
  const participantId = { in: await listOwnParticipantIds(person) };
  await db().notice.updateMany({
    where: { id: { in: ids }, participantId, seenAt: null },
    data: { seenAt: new Date() },
  });
}
