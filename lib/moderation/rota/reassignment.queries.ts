import { db, type Tx } from "@/lib/database/client";
import { dateOf } from "@/lib/dates";
import { listEarlierDeciders } from "@/lib/moderation/decisions/decision.queries";
import { findAbsentAccounts } from "@/lib/moderation/rota/rota.queries";
import { liveGrantSql, liveGrants } from "@/lib/people/grant.queries";
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
      strategyId: true,
      authorUnionId: true,
      deciderUnionId: true,
      comment: { select: { participant: { select: { ownerIndex: true } } } },
      reports: { select: { participant: { select: { ownerIndex: true } } } },
      reassignments: { where: { kind: "recused" }, select: { reassignedById: true } },
    },
  });
  const earlierDeciders = await listEarlierDeciders(caseId, tx);
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
 * The options for reassigning a case of an area, in one statement: recusal, colleagues and unions of its area, and other
 * areas. Everybody is listed who is not away: a list without those who may not decide would name who wrote or reported
 * the comment.
 */
export async function listReassignmentTargets(
  person: Person,
  areaId: string,
  now = new Date(),
): Promise<{ value: string; label: string }[]> {
  const today = dateOf(now);
  const rows = await db().$queryRaw<{ value: string; label: string }[]>`
    WITH present AS (
      SELECT g."accountId", g."unionId", coalesce(a.label, 'A rep') AS label
      FROM grants g JOIN accounts a ON a.id = g."accountId"
      WHERE g."bodyId" = ${areaId} AND g.role = 'rep' AND ${liveGrantSql(now)} AND NOT EXISTS (
        SELECT FROM absences b WHERE b."accountId" = a.id AND b."from" <= ${today}::date AND b."to" >= ${today}::date)
    )
    SELECT value, label FROM (
      SELECT 1 AS part, 'rep:' || "accountId" AS value, label FROM present WHERE "accountId" <> ${person.accountId}
      UNION SELECT 2, 'union:' || u.id, 'The reps of ' || u."shortName" FROM unions u JOIN present ON present."unionId" = u.id
      UNION SELECT 3, 'area:' || b.id, 'The reps of ' || b.name FROM bodies b WHERE b.id <> ${areaId} AND EXISTS (
        SELECT FROM grants g WHERE g."bodyId" = b.id AND g.role = 'rep' AND ${liveGrantSql(now)})
    ) targets ORDER BY part, lower(label), value`;
  return [{ value: "recuse", label: "Any colleague: I am stepping back" }, ...rows];
}
