import { db, type Tx } from "@/lib/database/client";
import { NotFound, Refused } from "@/lib/errors";
import { canPassOn } from "@/lib/moderation/decisions/decision.policy";
import { visibleTo } from "@/lib/moderation/queue/case-visibility.rules";
import { markQueue } from "@/lib/moderation/queue/queue.writes";
import { listAreasWithReps, listEligible, listReps } from "@/lib/moderation/rota/reassignment.queries";
import type { PassInput } from "@/lib/moderation/rota/reassignment.schema";
import type { Person } from "@/lib/people/person.policy";
import type { CaseStepKind } from "@/prisma/generated/enums";

/**
 * Passes a case on to a colleague, another union's reps or another area, or stands back from it. The step stays on
 * its path. When nobody is left who could decide it, it goes to the area with the fewest cases.
 * @throws NotFound, Refused (it is decided, or nobody is there)
 */
export async function passOn(person: Person, caseId: string, { to, why }: PassInput): Promise<void> {
  await db().$transaction(async (tx) => {
    const found = await tx.case.findFirst({
      where: { id: caseId, ...visibleTo(person) },
      select: {
        state: true,
        areaId: true,
        toUnionId: true,
        toAccountId: true,
        strategy: { select: { leadBodyId: true } },
      },
    });
    if (!found) throw new NotFound();
    const { strategy, ...place } = found;
    if (!canPassOn(person, { ...place, leadBodyId: strategy.leadBodyId }))
      throw new Refused("This case is not with your area any more.");
    await step(tx, caseId, found.areaId, await nextPlace(tx, caseId, found.areaId, to), person.accountId, why);
    if (to.kind === "back") await passIfNobody(tx, caseId);
  });
}

type Place = { kind: CaseStepKind; areaId: string; toUnionId: string | null; toAccountId: string | null };

async function nextPlace(tx: Tx, caseId: string, areaId: string, to: PassInput["to"]): Promise<Place> {
  const nobody = { toUnionId: null, toAccountId: null };
  if (to.kind === "back") return { kind: "recused", areaId, ...nobody };
  if (to.kind === "area") {
    if ((await listEligible(tx, caseId, to.id)).length === 0) throw new Refused("That area has no rep for it.", "to");
    return { kind: "passed_to_area", areaId: to.id, ...nobody };
  }
  const able = await listEligible(tx, caseId, areaId);
  if (to.kind === "union" && able.some(({ unionId }) => unionId === to.id))
    return { kind: "passed_to_union", areaId, toUnionId: to.id, toAccountId: null };
  if (to.kind === "rep" && able.some(({ accountId }) => accountId === to.id))
    return { kind: "passed_to_rep", areaId, toUnionId: null, toAccountId: to.id };
  throw new Refused("They cannot decide this case.", "to");
}

async function step(
  tx: Tx,
  caseId: string,
  fromArea: string,
  { kind, areaId, toUnionId, toAccountId }: Place,
  byId: string | null,
  why: string | null,
): Promise<void> {
  const free = { claimedById: null, claimedUntil: null };
  const { count } = await tx.case.updateMany({
    where: { id: caseId, state: "open", areaId: fromArea },
    data: { areaId, toUnionId, toAccountId, ...free },
  });
  if (count === 0) throw new Refused("This case is not with your area any more.");
  await tx.caseStep.create({
    data: { caseId, kind, byId, fromArea, toArea: areaId, toUnionId, toAccount: toAccountId, why },
  });
  await markQueue(tx, fromArea, areaId);
}

/** Takes a case back from the one rep or union that it was passed to, for all reps of its area. */
export function takeBack(tx: Tx, caseId: string, areaId: string, why: string): Promise<void> {
  return step(tx, caseId, areaId, { kind: "taken_back", areaId, toUnionId: null, toAccountId: null }, null, why);
}

/** Sends a case that nobody of its area could decide to the area with the fewest cases that can. */
export async function passIfNobody(tx: Tx, caseId: string): Promise<void> {
  const { areaId } = await tx.case.findUniqueOrThrow({ where: { id: caseId }, select: { areaId: true } });
  if ((await listReps(areaId, tx)).length === 0 || (await listEligible(tx, caseId, areaId)).length > 0) return;
  await passToAnother(tx, caseId, areaId, "passed_to_area", "Nobody here could decide it.");
}

/** @returns whether there was an area to take it */
export async function passToAnother(
  tx: Tx,
  caseId: string,
  areaId: string,
  kind: CaseStepKind,
  why: string,
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
    await step(tx, caseId, areaId, { kind, areaId: id, toUnionId: null, toAccountId: null }, null, why);
    return true;
  }
  return false;
}
