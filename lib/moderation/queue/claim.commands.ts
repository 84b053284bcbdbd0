import { db } from "@/lib/database/client";
import { maxClockSkew } from "@/lib/dates";
import { claimDuration } from "@/lib/moderation/queue/case.rules";
import { visibleCasesWhere } from "@/lib/moderation/queue/case-visibility.rules";
import { notifyQueue } from "@/lib/moderation/queue/queue.writes";
import type { Person } from "@/lib/people/person.policy";

/**
 * Claims a case, or renews the claim. A claim informs colleagues and keeps nobody from deciding.
 * @returns false when somebody else has claimed it, or there is no such open case for this person
 */
export async function claimCase(person: Person, caseId: string, now = new Date()): Promise<boolean> {
  const { accountId } = person;
  if (!accountId) return false;
  return db().$transaction(async (tx) => {
    const latestPlausibleExpiry = new Date(now.getTime() + claimDuration + maxClockSkew);
    const expired = [{ claimedUntil: { lt: now } }, { claimedUntil: { gt: latestPlausibleExpiry } }];
    const claimable = { OR: [{ claimedById: accountId }, { claimedById: null }, ...expired] };
    const { count } = await tx.case.updateMany({
      where: { id: caseId, state: "open", AND: [visibleCasesWhere(person), claimable] },
      data: { claimedById: accountId, claimedUntil: new Date(now.getTime() + claimDuration) },
    });
    if (count > 0) await notifyArea(tx, caseId);
    return count > 0;
  });
}

/** Ends this person's claim of a case. */
export async function releaseCase(person: Person, caseId: string): Promise<void> {
  const { accountId } = person;
  if (!accountId) return;
  await db().$transaction(async (tx) => {
    const { count } = await tx.case.updateMany({
      where: { id: caseId, claimedById: accountId },
      data: { claimedById: null, claimedUntil: null },
    });
    if (count > 0) await notifyArea(tx, caseId);
  });
}

async function notifyArea(tx: Parameters<typeof notifyQueue>[0], caseId: string): Promise<void> {
  const { areaId } = await tx.case.findUniqueOrThrow({ where: { id: caseId }, select: { areaId: true } });
  await notifyQueue(tx, areaId);
}
