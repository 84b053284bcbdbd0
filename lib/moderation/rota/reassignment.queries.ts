import { db, type Tx } from "@/lib/database/client";
import { listEarlierDeciders } from "@/lib/moderation/decisions/decision.queries";
import { visibleCasesWhere } from "@/lib/moderation/queue/case-visibility.rules";
import { findAbsentAccounts } from "@/lib/moderation/rota/rota.queries";
import { liveGrants } from "@/lib/people/grant.queries";
import { participantOwnerIndex } from "@/lib/people/participant.queries";
import type { Person } from "@/lib/people/person.policy";
import { constantTimeEqual } from "@/lib/security/encryption";

export type Colleague = { accountId: string; label: string; unionId: string | null };

/** The reps of an area, by label. */
export async function listReps(areaId: string, tx: Tx = db()): Promise<Colleague[]> {
  const grants = await tx.grant.findMany({
    where: { bodyId: areaId, role: "rep", ...liveGrants() },
    select: { accountId: true, unionId: true, account: { select: { label: true } } },
  });
  return grants
    .map(({ accountId, unionId, account }) => ({ accountId, unionId, label: account.label ?? "A rep" }))
    .toSorted((a, b) => a.label.localeCompare(b.label, "en-GB"));
}

/** The areas that have reps, by name. */
export function listAreasWithReps(tx: Tx = db()): Promise<{ id: string; name: string }[]> {
  return tx.body.findMany({
    where: { grants: { some: { role: "rep", ...liveGrants() } } },
    orderBy: { name: "asc" },
    select: { id: true, name: true },
  });
}

/**
 * The reps of an area who may decide this case now: none who wrote or reported the comment, recused themselves, decided
 * before, or are away.
 */
export async function listEligible(tx: Tx, caseId: string, areaId: string): Promise<Colleague[]> {
  const found = await tx.case.findUniqueOrThrow({
    where: { id: caseId },
    select: {
      kind: true,
      strategyId: true,
      authorUnionId: true,
      deciderUnionId: true,
      commentId: true,
      comment: { select: { participant: { select: { ownerIndex: true } } } },
      reports: { select: { participant: { select: { ownerIndex: true } } } },
      reassignments: { where: { kind: "recused" }, select: { reassignedById: true } },
    },
  });
  const earlierDeciders = await listEarlierDeciders({ ...found, id: caseId }, tx);
  const excludedIds = new Set([...earlierDeciders, ...found.reassignments.map(({ reassignedById }) => reassignedById)]);
  const involvedOwnerIndexes = [found.comment, ...found.reports].flatMap(
    ({ participant }) => participant?.ownerIndex ?? [],
  );
  const reps = await listReps(areaId, tx);
  const absentIds = await findAbsentAccounts(
    reps.map(({ accountId }) => accountId),
    new Date(),
    tx,
  );
  return reps.filter(({ accountId, unionId }) => {
    if (absentIds.has(accountId)) return false;
    const ownIndex = participantOwnerIndex(accountId, found.strategyId);
    const isInvolved = involvedOwnerIndexes.some((index) => constantTimeEqual(index, ownIndex));
    const isOfUnion = unionId !== null && [found.authorUnionId, found.deciderUnionId].includes(unionId);
    return !excludedIds.has(accountId) && !isInvolved && !isOfUnion;
  });
}

/** The reps of an area who are not away, whoever may decide a case: the rota shows colleagues as much. */
export async function listPresentReps(areaId: string, tx: Tx = db()): Promise<Colleague[]> {
  const reps = await listReps(areaId, tx);
  const ids = reps.map(({ accountId }) => accountId);
  const absentIds = await findAbsentAccounts(ids, new Date(), tx);
  return reps.filter(({ accountId }) => !absentIds.has(accountId));
}

/**
 * The options for reassigning a case: recusal, colleagues and unions of its area, and other areas. Everybody is listed: a
 * list without those who may not decide would name who wrote or reported the comment.
 */
export async function listReassignmentTargets(
  person: Person,
  caseId: string,
): Promise<{ value: string; label: string }[]> {
  const found = await db().case.findFirst({
    where: { id: caseId, ...visibleCasesWhere(person) },
    select: { areaId: true },
  });
  if (!found) return [];
  const reps = await listPresentReps(found.areaId);
  const colleagues = reps.filter(({ accountId }) => accountId !== person.accountId);
  const unionIds = [...new Set(reps.flatMap(({ unionId }) => unionId ?? []))];
  const unions = await db().union.findMany({
    where: { id: { in: unionIds } },
    orderBy: { shortName: "asc" },
    select: { id: true, shortName: true },
  });
  const areas = (await listAreasWithReps()).filter(({ id }) => id !== found.areaId);
  return [
    { value: "recuse", label: "Any colleague: I am stepping back" },
    ...colleagues.map(({ accountId, label }) => ({ value: `rep:${accountId}`, label })),
    ...unions.map(({ id, shortName }) => ({ value: `union:${id}`, label: `The reps of ${shortName}` })),
    ...areas.map(({ id, name }) => ({ value: `area:${id}`, label: `The reps of ${name}` })),
  ];
}
