import { db } from "@/lib/database/client";
import { markQueue } from "@/lib/moderation/queue/queue.writes";
import { passIfNobody, takeBack } from "@/lib/moderation/rota/reassignment.writes";
import { dayOf } from "@/lib/moderation/rota/rota.rules";

const mostAtOnce = 200;

/** Gives back what a rep holds and what was passed to them: others of the area see it again. */
export async function leaveToOthers(accountId: string, now = new Date()): Promise<void> {
  await db().$transaction(async (tx) => {
    const held = await tx.case.updateManyAndReturn({
      where: { claimedById: accountId, state: "open" },
      data: { claimedById: null, claimedUntil: null },
      select: { areaId: true },
    });
    if (held.length > 0) await markQueue(tx, ...new Set(held.map(({ areaId }) => areaId)));
  });
  await passBack([accountId], now);
}

/** The same for everybody who is away today, for a job: an absence may have begun in the night. @returns how many cases */
export async function passFromAway(now = new Date()): Promise<number> {
  const day = dayOf(now);
  const away = await db().absence.findMany({
    where: { from: { lte: day }, to: { gte: day } },
    select: { accountId: true },
  });
  return passBack([...new Set(away.map(({ accountId }) => accountId))], now);
}

async function passBack(accountIds: string[], now: Date): Promise<number> {
  if (accountIds.length === 0) return 0;
  const left = await db().case.findMany({
    where: {
      state: "open",
      toAccountId: { in: accountIds },
      OR: [{ claimedUntil: null }, { claimedUntil: { lt: now } }],
    },
    take: mostAtOnce,
    select: { id: true, areaId: true },
  });
  for (const { id, areaId } of left) {
    await db().$transaction(async (tx) => {
      await takeBack(tx, id, areaId, "The rep whom it was passed to is away.");
      await passIfNobody(tx, id);
    });
  }
  return left.length;
}
