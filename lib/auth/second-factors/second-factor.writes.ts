import { recordAuditEvent } from "@/lib/audit/audit-event.writes";
import { canRemoveFactor, type FactorCounts, type StaffSession } from "@/lib/auth/second-factors/second-factor.policy";
import { countFactors } from "@/lib/auth/second-factors/second-factor.queries";
import { stepUpSession } from "@/lib/auth/session.commands";
import { db, type Tx } from "@/lib/database/client";
import { Conflict, NotFound, RateLimited } from "@/lib/errors";
import { isWithinLimit } from "@/lib/security/rate-limit";

export type FactorKind = "passkey" | "authenticator" | "recovery";

/** The token as completeStepUp gives it; "wrong": the code is not right, or was used before. */
export type StepUpResult = { token: string | null } | "wrong";

/** Counts one try at the second step, right or wrong. @throws RateLimited */
export async function countSecondFactorAttempt({ accountId }: StaffSession): Promise<void> {
  if (!(await isWithinLimit("second-step", accountId)))
    throw new RateLimited("There were too many tries. Wait a quarter of an hour, then try again.");
}

/** Works on somebody's ways to take the second step while nobody else changes them. */
export function withLockedFactors<T>(
  { accountId }: StaffSession,
  work: (tx: Tx, factors: FactorCounts) => Promise<T>,
): Promise<T> {
  return db().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT FROM accounts WHERE id = ${accountId} FOR UPDATE`;
    return work(tx, await countFactors(accountId, tx));
  });
}

/**
 * The way was right: the session is whole from now on, under a new token.
 * @returns the token; null when the session was whole before, and goes on as it is
 * @throws Conflict when it took the step elsewhere meanwhile
 */
export async function completeStepUp(tx: Tx, staff: StaffSession, kind: FactorKind): Promise<string | null> {
  if (!staff.isStepUpPending) return null;
  const token = await stepUpSession(tx, staff.sessionId);
  if (!token) throw new Conflict("You took this step in another window a moment ago. Load the page again.");
  await recordFactorEvent(tx, staff, "people.stepUp", kind);
  return token;
}

/** Records that a way was added, taken off or used. */
export async function recordFactorEvent(
  tx: Tx,
  { accountId }: StaffSession,
  action: "people.addFactor" | "people.removeFactor" | "people.stepUp",
  kind: FactorKind,
): Promise<void> {
  await recordAuditEvent(tx, { action, accountId, subject: `account:${accountId}`, details: { kind } });
}

/**
 * Takes a way off: one passkey, or the authenticator app. The last one stays.
 * @throws NotFound when it is not theirs, or is the last
 */
export async function removeFactor(staff: StaffSession, which: { passkey: string } | "authenticator"): Promise<void> {
  const { accountId } = staff;
  await withLockedFactors(staff, async (tx, factors) => {
    if (!canRemoveFactor(staff, factors)) throw new NotFound();
    const { count } =
      which === "authenticator"
        ? await tx.authenticator.deleteMany({ where: { accountId } })
        : await tx.passkey.deleteMany({ where: { accountId, id: which.passkey } });
    if (count === 0) throw new NotFound();
    await recordFactorEvent(tx, staff, "people.removeFactor", which === "authenticator" ? which : "passkey");
  });
}
