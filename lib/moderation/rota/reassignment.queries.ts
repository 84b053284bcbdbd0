import { db, type Tx } from "@/lib/database/client";
import { listDecidersBefore } from "@/lib/moderation/decisions/earlier-decider.queries";
import { visibleTo } from "@/lib/moderation/queue/case-visibility.rules";
import { listAway } from "@/lib/moderation/rota/rota.queries";
import { ownerIndexOf } from "@/lib/people/participant.queries";
import type { Person } from "@/lib/people/person.policy";
import { sameBytes } from "@/lib/security/encryption";

export type Colleague = { accountId: string; label: string; unionId: string | null };

/** The reps of an area, by label. */
export async function listReps(areaId: string, tx: Tx = db()): Promise<Colleague[]> {
  const grants = await tx.grant.findMany({
    where: { bodyId: areaId, role: "rep", endedAt: null },
    select: { accountId: true, unionId: true, account: { select: { label: true } } },
  });
  return grants
    .map(({ accountId, unionId, account }) => ({ accountId, unionId, label: account.label ?? "A rep" }))
    .toSorted((a, b) => a.label.localeCompare(b.label, "en-GB"));
}

/** The areas that have reps, by name. */
export function listAreasWithReps(tx: Tx = db()): Promise<{ id: string; name: string }[]> {
  return tx.body.findMany({
    where: { grants: { some: { role: "rep", endedAt: null } } },
    orderBy: { name: "asc" },
    select: { id: true, name: true },
  });
}

/**
 * The reps of an area who could decide this case: not its author, nor who reported it, stood back or decided before,
 * nor who is away.
 */
export async function listEligible(tx: Tx, caseId: string, areaId: string): Promise<Colleague[]> {
  const found = await tx.case.findUniqueOrThrow({
    where: { id: caseId },
    select: {
      kind: true,
      strategyId: true,
      ofUnionId: true,
      firstUnionId: true,
      commentId: true,
      comment: { select: { participant: { select: { ownerIndex: true } } } },
      flags: { select: { participant: { select: { ownerIndex: true } } } },
      steps: { where: { kind: "recused" }, select: { byId: true } },
    },
  });
  const before = await listDecidersBefore(found.kind, found.commentId, tx);
  const out = new Set([...before, ...found.steps.map(({ byId }) => byId)]);
  const tied = [found.comment, ...found.flags].flatMap(({ participant }) => participant?.ownerIndex ?? []);
  const reps = await listReps(areaId, tx);
  const away = await listAway(
    reps.map(({ accountId }) => accountId),
    new Date(),
    tx,
  );
  return reps.filter(({ accountId, unionId }) => {
    if (away.has(accountId)) return false;
    const own = ownerIndexOf(accountId, found.strategyId);
    const isTied = tied.some((index) => sameBytes(index, own));
    const isOfUnion = unionId !== null && [found.ofUnionId, found.firstUnionId].includes(unionId);
    return !out.has(accountId) && !isTied && !isOfUnion;
  });
}

/** To whom a case may be passed: colleagues and unions of its area who could decide it, other areas, nobody. */
export async function listPassable(person: Person, caseId: string): Promise<{ value: string; label: string }[]> {
  const found = await db().case.findFirst({ where: { id: caseId, ...visibleTo(person) }, select: { areaId: true } });
  if (!found) return [];
  const able = await listEligible(db(), caseId, found.areaId);
  const colleagues = able.filter(({ accountId }) => accountId !== person.accountId);
  const unionIds = [...new Set(able.flatMap(({ unionId }) => unionId ?? []))];
  const unions = await db().union.findMany({ where: { id: { in: unionIds } }, select: { id: true, shortName: true } });
  const areas = (await listAreasWithReps()).filter(({ id }) => id !== found.areaId);
  return [
    { value: "back", label: "Any colleague: I stand back" },
    ...colleagues.map(({ accountId, label }) => ({ value: `rep:${accountId}`, label })),
    ...unions.map(({ id, shortName }) => ({ value: `union:${id}`, label: `The reps of ${shortName}` })),
    ...areas.map(({ id, name }) => ({ value: `area:${id}`, label: `The reps of ${name}` })),
  ];
}
