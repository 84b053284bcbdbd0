import { db, type Tx } from "@/lib/database/client";
import { NotFound, RuleViolation } from "@/lib/errors";
import { canReassign } from "@/lib/moderation/decisions/decision.policy";
import { visibleCasesWhere } from "@/lib/moderation/queue/case-visibility.rules";
import { listEligible } from "@/lib/moderation/rota/reassignment.queries";
import type { ReassignmentInput } from "@/lib/moderation/rota/reassignment.schema";
import {
  type ReassignmentTarget,
  reassignIfNoneEligible,
  recordReassignment,
} from "@/lib/moderation/rota/reassignment.writes";
import type { Person } from "@/lib/people/person.policy";

/**
 * Reassigns a case to a colleague, the reps of a union or another area, or recuses the person from it. When a recusal
 * leaves nobody in the area who may decide it, it goes to the area with the fewest cases.
 * @throws NotFound, RuleViolation (it is closed or with another area, or nobody there may decide it)
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
    await recordReassignment(tx, {
      caseId,
      fromAreaId: found.areaId,
      target: await resolveTarget(tx, caseId, found.areaId, to),
      reassignedById: person.accountId,
      reason,
    });
    if (to.kind === "recuse") await reassignIfNoneEligible(tx, caseId);
  });
}

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
