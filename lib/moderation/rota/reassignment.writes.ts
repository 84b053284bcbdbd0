import { db, type Tx } from "@/lib/database/client";
import { NotFound, RuleViolation } from "@/lib/errors";
import { canReassign } from "@/lib/moderation/decisions/decision.policy";
import { visibleCasesWhere } from "@/lib/moderation/queue/case-visibility.rules";
import { notifyQueue } from "@/lib/moderation/queue/queue.writes";
import { listAreasWithReps, listEligible, listReps } from "@/lib/moderation/rota/reassignment.queries";
import type { ReassignmentInput } from "@/lib/moderation/rota/reassignment.schema";
import type { Person } from "@/lib/people/person.policy";
import type { ReassignmentKind } from "@/prisma/generated/enums";

/**
 * Passes a case on to a colleague, another union's reps or another area, or stands back from it. The step stays on
 * its path. When nobody is left who could decide it, it goes to the area with the fewest cases.
 * @throws NotFound, RuleViolation (it is decided, or nobody is there)
 */
export async function reassignCase(person: Person, caseId: string, { to, reason }: ReassignmentInput): Promise<void> {
  await db().$transaction(async (tx) => {
    const found = await tx.case.findFirst({
      where: { id: caseId, ...visibleCasesWhere(person) },
      select: {
        state: true,
        areaId: true,
        assignedUnionId: true,
        assignedAccountId: true,
        strategy: { select: { leadBodyId: true } },
      },
    });
    if (!found) throw new NotFound();
    const { strategy, ...assignment } = found;
    if (!canReassign(person, { ...assignment, leadBodyId: strategy.leadBodyId }))
      throw new RuleViolation("This case is not with your area any more.");
    await recordReassignment(
      tx,
      caseId,
      found.areaId,
      await resolveTarget(tx, caseId, found.areaId, to),
      person.accountId,
      reason,
    );
    if (to.kind === "recuse") await reassignIfNoneEligible(tx, caseId);
  });
}

type ReassignmentTarget = {
  kind: ReassignmentKind;
  areaId: string;
  assignedUnionId: string | null;
  assignedAccountId: string | null;
};

async function resolveTarget(
  tx: Tx,
  caseId: string,
  areaId: string,
  to: ReassignmentInput["to"],
): Promise<ReassignmentTarget> {
  const unassigned = { assignedUnionId: null, assignedAccountId: null };
  if (to.kind === "recuse") return { kind: "recused", areaId, ...unassigned };
  if (to.kind === "area") {
    if ((await listEligible(tx, caseId, to.id)).length === 0)
      throw new RuleViolation("That area has no rep for it.", "to");
    return { kind: "reassigned_to_area", areaId: to.id, ...unassigned };
  }
  const eligible = await listEligible(tx, caseId, areaId);
  if (to.kind === "union" && eligible.some(({ unionId }) => unionId === to.id))
    return { kind: "reassigned_to_union", areaId, assignedUnionId: to.id, assignedAccountId: null };
  if (to.kind === "rep" && eligible.some(({ accountId }) => accountId === to.id))
    return { kind: "reassigned_to_rep", areaId, assignedUnionId: null, assignedAccountId: to.id };
  throw new RuleViolation("They cannot decide this case.", "to");
}

async function recordReassignment(
  tx: Tx,
  caseId: string,
  fromAreaId: string,
  { kind, areaId, assignedUnionId, assignedAccountId }: ReassignmentTarget,
  reassignedById: string | null,
  reason: string | null,
): Promise<void> {
  const unclaimed = { claimedById: null, claimedUntil: null };
  const { count } = await tx.case.updateMany({
    where: { id: caseId, state: "open", areaId: fromAreaId },
    data: { areaId, assignedUnionId, assignedAccountId, ...unclaimed },
  });
  if (count === 0) throw new RuleViolation("This case is not with your area any more.");
  await tx.caseReassignment.create({
    data: {
      caseId,
      kind,
      reassignedById,
      fromAreaId,
      toAreaId: areaId,
      assignedUnionId,
      assignedAccountId,
      reason,
    },
  });
  await notifyQueue(tx, fromAreaId, areaId);
}

/** Takes a case back from the one rep or union that it was passed to, for all reps of its area. */
export function returnToArea(tx: Tx, caseId: string, areaId: string, reason: string): Promise<void> {
  return recordReassignment(
    tx,
    caseId,
    areaId,
    { kind: "returned_to_area", areaId, assignedUnionId: null, assignedAccountId: null },
    null,
    reason,
  );
}

/** Sends a case that nobody of its area could decide to the area with the fewest cases that can. */
export async function reassignIfNoneEligible(tx: Tx, caseId: string): Promise<void> {
  const { areaId } = await tx.case.findUniqueOrThrow({ where: { id: caseId }, select: { areaId: true } });
  if ((await listReps(areaId, tx)).length === 0 || (await listEligible(tx, caseId, areaId)).length > 0) return;
  await reassignToAnotherArea(tx, caseId, areaId, "reassigned_to_area", "Nobody here could decide it.");
}

/** @returns whether there was an area to take it */
export async function reassignToAnotherArea(
  tx: Tx,
  caseId: string,
  areaId: string,
  kind: ReassignmentKind,
  reason: string,
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
    await recordReassignment(
      tx,
      caseId,
      areaId,
      { kind, areaId: id, assignedUnionId: null, assignedAccountId: null },
      null,
      reason,
    );
    return true;
  }
  return false;
}
