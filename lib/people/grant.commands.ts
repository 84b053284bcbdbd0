import { recordAuditEvent } from "@/lib/audit/audit-event.writes";
import { db, type Tx, transact } from "@/lib/database/client";
import { formatDay, isoDay } from "@/lib/dates";
import { Conflict, NotFound, RuleViolation } from "@/lib/errors";
import { emailColumns, findOrCreateAccount } from "@/lib/people/account.writes";
import { liveGrants } from "@/lib/people/grant.queries";
import { whyCannotEndGrant } from "@/lib/people/grant.rules";
import type { GrantInput } from "@/lib/people/grant.schema";
import { lockAdminGrants } from "@/lib/people/grant.writes";
import { canGrant, type Person } from "@/lib/people/person.policy";
import { sessionOwnerIndex, sessionsOf } from "@/lib/people/session-owner.queries";

/** An admin, or the operator by a command. */
export type Grantor = Person | "system";

/**
 * Grants a role to the account of an address, which is created if there is none. Granting it again changes nothing.
 * @throws NotFound when the grantor may not, or there is no such body or union; RuleViolation when the person has the role
 * until another day
 */
export async function grantRole(grantor: Grantor, input: GrantInput): Promise<{ accountId: string; grantId: string }> {
  if (!canGrant(grantor)) throw new NotFound();
  const { email, label, role, bodyId, unionId, lastDay = null } = input;
  return db().$transaction(async (tx) => {
    await checkScope(tx, bodyId, unionId);
    const accountId = await findOrCreateAccount(tx, emailColumns(email), label);
    // one at a time for each account, so that two requests at once create one grant
    await tx.$executeRaw`SELECT FROM accounts WHERE id = ${accountId} FOR UPDATE`;
    const scope = { accountId, role, bodyId, unionId };
    const existing = await tx.grant.findFirst({
      where: { ...scope, ...liveGrants() },
      select: { id: true, lastDay: true },
    });
    if (existing && existing.lastDay?.getTime() !== lastDay?.getTime())
      throw new RuleViolation(hasRoleMessage(existing.lastDay), "lastDay");
    if (existing) return { accountId, grantId: existing.id };
    const grantedById = grantor === "system" ? null : grantor.accountId;
    const { id: grantId } = await tx.grant.create({ data: { ...scope, lastDay, grantedById }, select: { id: true } });
    const named = { accountId, ownerSealed: null, ownerIndex: null }; // as those of staff are
    await tx.session.updateMany({ where: { ownerIndex: sessionOwnerIndex(accountId) }, data: named });
    const details = { role, bodyId, unionId, to: accountId, lastDay: lastDay && isoDay(lastDay) };
    await recordAuditEvent(tx, {
      action: "people.grantRole",
      accountId: grantedById,
      subject: `grant:${grantId}`,
      details,
    });
    return { accountId, grantId };
  });
}

const hasRoleMessage = (lastDay: Date | null) =>
  `They already have this role, ${lastDay ? `until ${formatDay(lastDay)}` : "without an end date"}. End it first.`;

/**
 * Ends a role at once, and all sessions of the person who had it: their next request is nobody's.
 * @throws NotFound when the grantor may not, or there is no such grant; Conflict when it has ended; RuleViolation for the
 * last admin's role
 */
export async function endGrant(grantor: Grantor, grantId: string, now = new Date()): Promise<void> {
  if (!canGrant(grantor)) throw new NotFound();
  await transact(async (tx) => {
    const admins = await lockAdminGrants(tx, now);
    const endedById = grantor === "system" ? null : grantor.accountId;
    // another admin may have ended theirs since the request began
    if (grantor !== "system" && !admins.some(({ accountId }) => accountId === endedById)) throw new NotFound();
    const grant = await tx.grant.findUnique({
      where: { id: grantId },
      select: { id: true, accountId: true, role: true, lastDay: true },
    });
    if (!grant) throw new NotFound();
    const live = { id: grantId, ...liveGrants(now) };
    const { count } = await tx.grant.updateMany({ where: live, data: { endedAt: now } });
    if (count === 0) throw new Conflict("This role has already ended.");
    const whyNot = whyCannotEndGrant(grant, admins);
    if (whyNot) throw new RuleViolation(whyNot);
    await tx.session.deleteMany({ where: sessionsOf(grant.accountId) });
    await recordAuditEvent(tx, { action: "people.endGrant", accountId: endedById, subject: `grant:${grantId}` });
  });
}

/**
 * Signs the person of a role out of every browser, at once; their role stays.
 * @returns how many sessions ended
 * @throws NotFound when the grantor may not, or there is no such grant
 */
export async function endSessionsOf(grantor: Grantor, grantId: string): Promise<number> {
  if (!canGrant(grantor)) throw new NotFound();
  return transact(async (tx) => {
    const grant = await tx.grant.findUnique({ where: { id: grantId }, select: { accountId: true } });
    if (!grant) throw new NotFound();
    const { accountId } = grant;
    const { count } = await tx.session.deleteMany({ where: sessionsOf(accountId) });
    const endedById = grantor === "system" ? null : grantor.accountId;
    // also when there was none: they may have signed out a moment before
    await recordAuditEvent(tx, { action: "people.endSessions", accountId: endedById, subject: `account:${accountId}` });
    return count;
  });
}

async function checkScope(tx: Tx, bodyId: string | null, unionId: string | null): Promise<void> {
  if (bodyId && !(await tx.body.count({ where: { id: bodyId } }))) throw new NotFound();
  if (unionId && !(await tx.union.count({ where: { id: unionId } }))) throw new NotFound();
}
