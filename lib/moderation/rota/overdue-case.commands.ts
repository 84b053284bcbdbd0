import { db } from "@/lib/database/client";
import { reassignFromAbsentReps } from "@/lib/moderation/rota/absence.commands";
import { reassignToAnotherArea } from "@/lib/moderation/rota/reassignment.writes";
import { listUnstaffedAreaIds } from "@/lib/moderation/rota/rota.queries";

/** Milliseconds after its deadline at which a case that nobody holds goes to another area. */
const overdueGrace = 24 * 60 * 60_000;
/** Milliseconds before it, where all reps of the area are away. */
const absenceLeadTime = 24 * 60 * 60_000;
const batchSize = 200;

/**
 * Passes on the cases that an area's reps left a day too long, or that have a day left while all of them are away; once
 * each, to the area with the fewest. What was passed to a rep who is away goes back to the others. For a job.
 * @returns how many found another area
 */
export async function reassignOverdueCases(now = new Date()): Promise<number> {
  await reassignFromAbsentReps(now);
  const unstaffedAreaIds = await listUnstaffedAreaIds(now);
  const overdue = await db().case.findMany({
    where: {
      state: "open",
      AND: [
        {
          OR: [
            { dueAt: { lt: new Date(now.getTime() - overdueGrace) } },
            { areaId: { in: unstaffedAreaIds }, dueAt: { lt: new Date(now.getTime() + absenceLeadTime) } },
          ],
        },
        { OR: [{ claimedUntil: null }, { claimedUntil: { lt: now } }] },
      ],
      reassignments: { none: { kind: "overdue" } },
    },
    orderBy: { dueAt: "asc" },
    take: batchSize,
    select: { id: true, areaId: true },
  });
  let reassignedCount = 0;
  for (const { id, areaId } of overdue) {
    const reason = unstaffedAreaIds.includes(areaId)
      ? "All reps of the area are away."
      : "Nobody looked at it in time.";
    if (await db().$transaction((tx) => reassignToAnotherArea(tx, id, areaId, "overdue", reason))) reassignedCount++;
  }
  return reassignedCount;
}
