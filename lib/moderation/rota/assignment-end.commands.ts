import { db } from "@/lib/database/client";
import { reassignIfNoneEligible, returnToArea } from "@/lib/moderation/rota/reassignment.writes";
import { keyedHash } from "@/lib/security/encryption";

const hour = 60 * 60_000;
const shortest = 2 * hour;
const longest = 12 * hour;
/** Cases that one run of the job takes. */
const batchSize = 200;

/** Milliseconds after which a step in the history of a case ends by itself: drawn by chance, the same for whoever has it. */
export function assignmentLength(reassignmentId: string): number {
  const draw = Buffer.from(keyedHash("assignment-length", reassignmentId)).readUInt32BE(0) / 2 ** 32;
  return shortest + draw * (longest - shortest);
}

/**
 * Gives cases that were passed to one rep or union back to all reps of their area some hours later, and passes on those
 * that nobody left there may decide after a colleague withdrew. It happens to every such case at random, so that it does
 * not show who may not decide. A job.
 * @returns how many were given back
 */
export async function endAssignments(now = new Date()): Promise<number> {
  const cases = await db().case.findMany({
    where: {
      state: "open",
      reassignments: { some: { reassignedAt: { lt: new Date(now.getTime() - shortest) } } },
      AND: [
        { OR: [{ claimedUntil: null }, { claimedUntil: { lt: now } }] },
        {
          OR: [
            { assignedAccountId: { not: null } },
            { assignedUnionId: { not: null } },
            { reassignments: { some: { kind: "recused" }, none: { kind: "reassigned_to_area" } } },
          ],
        },
      ],
    },
    orderBy: { dueAt: "asc" },
    take: batchSize,
    select: {
      id: true,
      areaId: true,
      assignedAccountId: true,
      assignedUnionId: true,
      reassignments: { orderBy: { reassignedAt: "desc" }, take: 1, select: { id: true, reassignedAt: true } },
    },
  });
  let returned = 0;
  for (const { id, areaId, assignedAccountId, assignedUnionId, reassignments } of cases) {
    const [last] = reassignments;
    if (!last || now.getTime() - last.reassignedAt.getTime() < assignmentLength(last.id)) continue;
    const isAssigned = assignedAccountId !== null || assignedUnionId !== null;
    await db().$transaction(async (tx) => {
      if (isAssigned) await returnToArea(tx, id, areaId, "It waited too long.");
      else await reassignIfNoneEligible(tx, id);
    });
    if (isAssigned) returned++;
  }
  return returned;
}
