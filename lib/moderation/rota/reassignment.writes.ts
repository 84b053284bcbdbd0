import type { Tx } from "@/lib/database/client";
import { RuleViolation } from "@/lib/errors";
import { notifyQueue } from "@/lib/moderation/queue/queue.writes";
import { listAreasWithReps, listEligible, listPresentReps, listReps } from "@/lib/moderation/rota/reassignment.queries";
import type { ReassignmentKind } from "@/prisma/generated/enums";

/** The new assignee: an area, and there all reps, those of one union, or one rep. */
export type ReassignmentTarget = {
  kind: ReassignmentKind;
  areaId: string;
  assignedUnionId: string | null;
  assignedAccountId: string | null;
};

type Reassignment = {
  caseId: string;
  fromAreaId: string;
  target: ReassignmentTarget;
  /** Null when the service does it. */
  reassignedById: string | null;
  reason: string | null;
};

/**
 * Reassigns a case and adds the step to its history.
 * @throws RuleViolation when it is closed or no longer with that area
 */
export async function recordReassignment(
  tx: Tx,
  { caseId, fromAreaId, target, reassignedById, reason }: Reassignment,
): Promise<void> {
  const { kind, areaId, assignedUnionId, assignedAccountId } = target;
  const { count } = await tx.case.updateMany({
    where: { id: caseId, state: "open", areaId: fromAreaId },
    data: { areaId, assignedUnionId, assignedAccountId, claimedById: null, claimedUntil: null },
  });
  if (count === 0) throw new RuleViolation("This case is no longer with your area.");
  const step = {
    caseId,
    kind,
    reassignedById,
    fromAreaId,
    toAreaId: areaId,
    assignedUnionId,
    assignedAccountId,
    reason,
  };
  await tx.caseReassignment.create({ data: step });
  await notifyQueue(tx, fromAreaId, areaId);
}

/** Assigns a case to all reps of its area again. */
export function returnToArea(tx: Tx, caseId: string, areaId: string, reason: string): Promise<void> {
  const target = { kind: "returned_to_area", areaId, assignedUnionId: null, assignedAccountId: null } as const;
  return recordReassignment(tx, { caseId, fromAreaId: areaId, target, reassignedById: null, reason });
}

/** Reassigns a case to another area when every rep of its own who is not away has recused themselves. */
export async function reassignIfAllRecused(tx: Tx, caseId: string): Promise<void> {
  const { areaId, reassignments } = await tx.case.findUniqueOrThrow({
    where: { id: caseId },
    select: { areaId: true, reassignments: { where: { kind: "recused" }, select: { reassignedById: true } } },
  });
  const recusedIds = reassignments.map(({ reassignedById }) => reassignedById);
  const reps = await listPresentReps(areaId, tx);
  if (reps.some(({ accountId }) => !recusedIds.includes(accountId))) return;
  await reassignToAnotherArea(tx, caseId, areaId, "reassigned_to_area", null);
}

/** Reassigns a case to another area when no rep of its own may decide it. */
export async function reassignIfNoneEligible(tx: Tx, caseId: string): Promise<void> {
  const { areaId } = await tx.case.findUniqueOrThrow({ where: { id: caseId }, select: { areaId: true } });
  if ((await listReps(areaId, tx)).length === 0 || (await listEligible(tx, caseId, areaId)).length > 0) return;
  await reassignToAnotherArea(tx, caseId, areaId, "reassigned_to_area", null);
}

/**
 * Reassigns a case to the area with the fewest open cases among those that may decide it.
 * @param reason null when it would show that a rep of the area may not decide: with few reps, that names one
 * @returns false when there is none
 */
export async function reassignToAnotherArea(
  tx: Tx,
  caseId: string,
  areaId: string,
  kind: ReassignmentKind,
  reason: string | null,
): Promise<boolean> {
  const areas = (await listAreasWithReps(tx)).filter(({ id }) => id !== areaId);
  const loads = await tx.case.groupBy({
    by: ["areaId"],
    where: { state: "open", areaId: { in: areas.map(({ id }) => id) } },
    _count: true,
  });
  const load = (id: string) => loads.find((one) => one.areaId === id)?._count ?? 0;
  for (const { id } of areas.toSorted((a, b) => load(a.id) - load(b.id) || a.id.localeCompare(b.id))) {
    if ((await listEligible(tx, caseId, id)).length === 0) continue;
    const target = { kind, areaId: id, assignedUnionId: null, assignedAccountId: null };
    await recordReassignment(tx, { caseId, fromAreaId: areaId, target, reassignedById: null, reason });
    return true;
  }
  return false;
}
