import { db, type Tx } from "@/lib/database/client";
import { NotFound, RuleViolation } from "@/lib/errors";
import { canReassign } from "@/lib/moderation/decisions/decision.policy";
import { visibleCasesWhere } from "@/lib/moderation/queue/case-visibility.rules";
import { listAreasWithReps, listPresentReps } from "@/lib/moderation/rota/reassignment.queries";
import type { ReassignmentInput } from "@/lib/moderation/rota/reassignment.schema";
import {
  type ReassignmentTarget,
  reassignIfAllRecused,
  recordReassignment,
} from "@/lib/moderation/rota/reassignment.writes";
import type { Person } from "@/lib/people/person.policy";

/**
 * Reassigns a case to a colleague, the reps of a union or another area, or recuses the person from it. When all reps of
 * the area have recused themselves, it goes to the area with the fewest cases. Whether the new assignee may decide it is
 * not checked here: only they are notified, and the job that ends assignments passes it on.
 * @throws NotFound, RuleViolation (it is closed or with another area, or there is nobody)
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
      throw new RuleViolation("This case is no longer with your area.");
    await recordReassignment(tx, {
      caseId,
      fromAreaId: found.areaId,
      target: await resolveTarget(tx, found.areaId, to),
      reassignedById: person.accountId,
      reason,
    });
    if (to.kind === "recuse") await reassignIfAllRecused(tx, caseId);
  });
}

async function resolveTarget(tx: Tx, areaId: string, to: ReassignmentInput["to"]): Promise<ReassignmentTarget> {
  const unassigned = { assignedUnionId: null, assignedAccountId: null };
  if (to.kind === "recuse") return { kind: "recused", areaId, ...unassigned };
  if (to.kind === "area") {
    if (!(await listAreasWithReps(tx)).some(({ id }) => id === to.id))
      throw new RuleViolation("This area has no reps.", "to");
    return { kind: "reassigned_to_area", areaId: to.id, ...unassigned };
  }
  const reps = await listPresentReps(areaId, tx);
  if (to.kind === "union" && reps.some(({ unionId }) => unionId === to.id))
    return { kind: "reassigned_to_union", areaId, assignedUnionId: to.id, assignedAccountId: null };
  if (to.kind === "rep" && reps.some(({ accountId }) => accountId === to.id))
    return { kind: "reassigned_to_rep", areaId, assignedUnionId: null, assignedAccountId: to.id };
  throw new RuleViolation("They are away, or are not reps of this area any more. Choose somebody else.", "to");
}
