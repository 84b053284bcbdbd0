import { db } from "@/lib/database/client";
import { notifyQueue } from "@/lib/moderation/queue/queue.writes";
import { reassignIfNoneEligible, returnToArea } from "@/lib/moderation/rota/reassignment.writes";
import { dayOf } from "@/lib/moderation/rota/rota.rules";

const batchSize = 200;

/** Gives back what a rep holds and what was passed to them: others of the area see it again. */
export async function releaseCasesOf(accountId: string, now = new Date()): Promise<void> {
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
export async function reassignFromAbsentReps(now = new Date()): Promise<number> {
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
