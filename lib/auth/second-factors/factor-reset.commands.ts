import { recordAuditEvent } from "@/lib/audit/audit-event.writes";
import { canConfirmFactorReset, canRequestFactorReset } from "@/lib/auth/second-factors/second-factor.policy";
import { factorResetLifetime } from "@/lib/auth/second-factors/second-factor.rules";
import { db } from "@/lib/database/client";
import { Conflict, NotFound } from "@/lib/errors";
import { liveGrants } from "@/lib/people/grant.queries";
import type { Person } from "@/lib/people/person.policy";
import { sessionsOf } from "@/lib/people/session-owner.queries";

/**
 * Requests a reset of somebody's second factors, which another admin may confirm within a day. A second request while
 * one is pending changes nothing.
 * @throws NotFound (not an admin, about themselves, or somebody without a role)
 */
export async function requestFactorReset(person: Person, accountId: string, now = new Date()): Promise<void> {
  const requestedById = person.accountId;
  if (!requestedById || !canRequestFactorReset(person, accountId)) throw new NotFound();
  await db().$transaction(async (tx) => {
    const roleCount = await tx.grant.count({ where: { accountId, ...liveGrants(now) } });
    if (roleCount === 0) throw new NotFound();
    await tx.factorReset.deleteMany({ where: { accountId, endsAt: { lte: now } } });
    const endsAt = new Date(now.getTime() + factorResetLifetime);
    const { count } = await tx.factorReset.createMany({
      data: [{ accountId, requestedById, endsAt }],
      skipDuplicates: true,
    });
    if (count === 0) return;
    await recordAuditEvent(tx, {
      action: "people.requestFactorReset",
      accountId: requestedById,
      subject: `account:${accountId}`,
    });
  });
}

/**
 * Confirms a reset: deletes all second factors and sessions of that person, who sets up a new factor at their next
 * sign-in.
 * @throws NotFound (no such request, expired, or not this admin's to confirm), Conflict (another admin confirmed it
 * first)
 */
export async function confirmFactorReset(person: Person, id: string, now = new Date()): Promise<void> {
  await db().$transaction(async (tx) => {
    const reset = await tx.factorReset.findFirst({ where: { id, endsAt: { gt: now } } });
    if (!reset || !canConfirmFactorReset(person, reset)) throw new NotFound();
    const { accountId, requestedById } = reset;
    const { count } = await tx.factorReset.deleteMany({ where: { id } });
    if (count === 0) throw new Conflict("Another admin has just confirmed this.");
    // the requester may have lost their role since
    const liveAdminRole = { accountId: requestedById, role: "admin" as const, ...liveGrants(now) };
    const adminRoleCount = await tx.grant.count({ where: liveAdminRole });
    if (adminRoleCount === 0) throw new NotFound();
    const filter = { where: { accountId } };
    await tx.passkey.deleteMany(filter);
    await tx.authenticator.deleteMany(filter);
    await tx.recoveryCode.deleteMany(filter);
    await tx.session.deleteMany({ where: sessionsOf(accountId) });
    const details = { requestedBy: requestedById };
    const subject = `account:${accountId}` as const;
    await recordAuditEvent(tx, { action: "people.resetFactors", accountId: person.accountId, subject, details });
  });
}

/** Cancels a request: any admin but the one whom it is about. @throws NotFound */
export async function cancelFactorReset(person: Person, id: string): Promise<void> {
  await db().$transaction(async (tx) => {
    const reset = await tx.factorReset.findUnique({ where: { id } });
    if (!reset || !canRequestFactorReset(person, reset.accountId)) throw new NotFound();
    const { count } = await tx.factorReset.deleteMany({ where: { id } });
    if (count === 0) throw new NotFound();
    const subject = `account:${reset.accountId}` as const;
    await recordAuditEvent(tx, { action: "people.cancelFactorReset", accountId: person.accountId, subject });
  });
}
