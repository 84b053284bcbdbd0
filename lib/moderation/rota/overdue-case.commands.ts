import { db } from "@/lib/database/client";
import { passFromAway } from "@/lib/moderation/rota/absence.commands";
import { passToAnother } from "@/lib/moderation/rota/reassignment.writes";
import { listEmptyAreas } from "@/lib/moderation/rota/rota.queries";

/** Milliseconds after its deadline at which a case that nobody holds goes to another area. */
const patience = 24 * 60 * 60_000;
/** Milliseconds before it, where all reps of the area are away. */
const forethought = 24 * 60 * 60_000;
const mostAtOnce = 200;

/**
 * Passes on the cases that an area's reps left a day too long, or that have a day left while all of them are away; once
 * each, to the area with the fewest. What was passed to a rep who is away goes back to the others. For a job.
 * @returns how many found another area
 */
export async function passLate(now = new Date()): Promise<number> {
  await passFromAway(now);
  const empty = await listEmptyAreas(now);
  const late = await db().case.findMany({
    where: {
      state: "open",
      AND: [
        {
          OR: [
            { dueAt: { lt: new Date(now.getTime() - patience) } },
            { areaId: { in: empty }, dueAt: { lt: new Date(now.getTime() + forethought) } },
          ],
        },
        { OR: [{ claimedUntil: null }, { claimedUntil: { lt: now } }] },
      ],
      steps: { none: { kind: "rep_away" } },
    },
    orderBy: { dueAt: "asc" },
    take: mostAtOnce,
    select: { id: true, areaId: true },
  });
  let passed = 0;
  for (const { id, areaId } of late) {
    const why = empty.includes(areaId) ? "All reps of the area are away." : "Nobody looked at it in time.";
    if (await db().$transaction((tx) => passToAnother(tx, id, areaId, "rep_away", why))) passed++;
  }
  return passed;
}
