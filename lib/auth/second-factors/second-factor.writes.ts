import { recordAuditEvent } from "@/lib/audit/audit-event.writes";
import { countFactors } from "@/lib/auth/second-factors/second-factor.queries";
import type { FactorCounts, FactorKind, StaffSession } from "@/lib/auth/second-factors/second-factor.rules";
import { stepUpSession } from "@/lib/auth/session.writes";
import type { Tx } from "@/lib/database/client";
import { Conflict } from "@/lib/errors";
import { sessionsOf } from "@/lib/people/session-owner.queries";

/**
 * Locks somebody's second factors until the transaction ends, so that two requests cannot change them at once.
 * @returns how many there are
 */
export async function lockFactors(tx: Tx, { accountId }: StaffSession): Promise<FactorCounts> {
  await tx.$executeRaw`SELECT FROM accounts WHERE id = ${accountId} FOR UPDATE`;
  return countFactors(accountId, tx);
}

/**
 * Completes the second step after a factor was verified: the session goes on under a new token.
 * @returns the token; null when the session had completed the step before and keeps its token
 * @throws Conflict when another request completed it meanwhile
 */
export async function completeStepUp(tx: Tx, staff: StaffSession, kind: FactorKind): Promise<string | null> {
  if (!staff.isStepUpPending) return null;
  const token = await stepUpSession(tx, staff.sessionId);
  if (!token) throw new Conflict("You have just done this step in another window. Reload the page.");
  await recordFactorEvent(tx, staff, "people.stepUp", kind);
  return token;
}

/** Ends the other sessions of somebody whose second factors have changed. */
export async function endOtherSessions(tx: Tx, { accountId, sessionId }: StaffSession): Promise<void> {
  await tx.session.deleteMany({ where: { ...sessionsOf(accountId), NOT: { id: sessionId } } });
}

/** Records that a second factor was added, removed or used. */
export async function recordFactorEvent(
  tx: Tx,
  { accountId }: StaffSession,
  action: "people.addFactor" | "people.removeFactor" | "people.stepUp",
  kind: FactorKind,
): Promise<void> {
  await recordAuditEvent(tx, { action, accountId, subject: `account:${accountId}`, details: { kind } });
}
