import { clockSkew } from "@/lib/auth/session.rules";
import { db } from "@/lib/database/client";
import { visibleTo } from "@/lib/moderation/queue/case-visibility.rules";
import { claimLasts } from "@/lib/moderation/queue/claim.rules";
import { markQueue } from "@/lib/moderation/queue/queue.writes";
import type { Person } from "@/lib/people/person.policy";

/**
 * Holds a case for ten minutes, or goes on holding it. A courtesy: it keeps nobody from deciding.
 * @returns false when somebody else holds it, or there is no such open case for this person
 */
export async function claim(person: Person, caseId: string, now = new Date()): Promise<boolean> {
  const { accountId } = person;
  if (!accountId) return false;
  return db().$transaction(async (tx) => {
    const wrongClock = new Date(now.getTime() + claimLasts + clockSkew);
    const isOver = [{ claimedUntil: { lt: now } }, { claimedUntil: { gt: wrongClock } }];
    const mayHold = { OR: [{ claimedById: accountId }, { claimedById: null }, ...isOver] };
    const { count } = await tx.case.updateMany({
      where: { id: caseId, state: "open", AND: [visibleTo(person), mayHold] },
      data: { claimedById: accountId, claimedUntil: new Date(now.getTime() + claimLasts) },
    });
    if (count > 0) await tellArea(tx, caseId);
    return count > 0;
  });
}

/** Lets go of a case that this person holds. */
export async function release(person: Person, caseId: string): Promise<void> {
  const { accountId } = person;
  if (!accountId) return;
  await db().$transaction(async (tx) => {
    const { count } = await tx.case.updateMany({
      where: { id: caseId, claimedById: accountId },
      data: { claimedById: null, claimedUntil: null },
    });
    if (count > 0) await tellArea(tx, caseId);
  });
}

async function tellArea(tx: Parameters<typeof markQueue>[0], caseId: string): Promise<void> {
  const { areaId } = await tx.case.findUniqueOrThrow({ where: { id: caseId }, select: { areaId: true } });
  await markQueue(tx, areaId);
}
