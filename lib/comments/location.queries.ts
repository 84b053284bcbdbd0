import { db } from "@/lib/database/client";
import { listOwnParticipantIds } from "@/lib/people/participant.queries";
import type { Person } from "@/lib/people/person.policy";

const correctableStates = ["held", "ready", "returned", "published"] as const;

/** Workplace and sector that an author may correct; null when the comment is not theirs, a reply, or deleted. */
export async function getOwnLocation(person: Person, commentId: string) {
  const comment = await db().comment.findFirst({
    where: {
      id: commentId,
      isReply: false,
      source: "participant",
      state: { in: [...correctableStates] },
      participantId: { in: await listOwnParticipantIds(person) },
    },
    select: {
      strategyId: true,
      districtId: true,
      sectorId: true,
      corrected: { select: { districtId: true, sectorId: true } },
      thread: { select: { section: { select: { number: true } }, strategy: { select: { areaName: true } } } },
    },
  });
  if (!comment) return null;
  const { thread, corrected, ...rest } = comment;
  return { ...rest, ...corrected, sectionNumber: thread.section.number, areaName: thread.strategy.areaName };
}
