import { db } from "@/lib/db";
import { passToAnother } from "@/lib/moderation/passing/commands";

/** Milliseconds after its deadline at which a case that nobody holds goes to another area. */
const patience = 24 * 60 * 60_000;
const mostAtOnce = 200;

/**
 * Passes on the cases that an area's reps left a day too long, once each, to the area with the fewest. For a job.
 * @returns how many found another area
 */
export async function passLate(now = new Date()): Promise<number> {
  const late = await db().case.findMany({
    where: {
      state: "open",
      dueAt: { lt: new Date(now.getTime() - patience) },
      OR: [{ claimedUntil: null }, { claimedUntil: { lt: now } }],
      steps: { none: { kind: "rep_away" } },
    },
    orderBy: { dueAt: "asc" },
    take: mostAtOnce,
    select: { id: true, areaId: true },
  });
  let passed = 0;
  for (const { id, areaId } of late) {
    const why = "Nobody looked at it in time.";
    if (await db().$transaction((tx) => passToAnother(tx, id, areaId, "rep_away", why))) passed++;
  }
  return passed;
}
