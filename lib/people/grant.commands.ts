import { recordAuditEvent } from "@/lib/audit/audit-event.writes";
import { db, type Tx } from "@/lib/database/client";
import { NotFound } from "@/lib/errors";
import { emailColumns, findOrCreateAccount } from "@/lib/people/account.writes";
import type { GrantInput } from "@/lib/people/grant.schema";
import { canGrant, type Person } from "@/lib/people/person.policy";

/** An admin, or the operator by a command. */
export type Grantor = Person | "system";

/**
 * Grants a role to the account of an address, which is created if there is none. Granting it again changes nothing.
 * @throws NotFound when the grantor may not, or there is no such body or union
 */
export async function grantRole(grantor: Grantor, input: GrantInput): Promise<{ accountId: string; grantId: string }> {
  if (!canGrant(grantor)) throw new NotFound();
  const { email, label, role, bodyId, unionId } = input;
  return db().$transaction(async (tx) => {
    await checkScope(tx, bodyId, unionId);
    const accountId = await findOrCreateAccount(tx, emailColumns(email), label);
    // one at a time for each account, so that two requests at once create one grant
    await tx.$executeRaw`SELECT FROM accounts WHERE id = ${accountId} FOR UPDATE`;
    const scope = { accountId, role, bodyId, unionId };
    const existing = await tx.grant.findFirst({ where: { ...scope, endedAt: null }, select: { id: true } });
    if (existing) return { accountId, grantId: existing.id };
    const grantedById = grantor === "system" ? null : grantor.accountId;
    const { id: grantId } = await tx.grant.create({ data: { ...scope, grantedById }, select: { id: true } });
    const details = { role, bodyId, unionId, to: accountId };
    await recordAuditEvent(tx, {
      action: "people.grantRole",
      accountId: grantedById,
      subject: `grant:${grantId}`,
      details,
    });
    return { accountId, grantId };
  });
}

/**
 * Ends a role, in open sessions too.
 * @throws NotFound when the grantor may not, or there is no such grant, or it has ended
 */
export async function endGrant(grantor: Grantor, grantId: string): Promise<void> {
  if (!canGrant(grantor)) throw new NotFound();
  await db().$transaction(async (tx) => {
    const { count } = await tx.grant.updateMany({
      where: { id: grantId, endedAt: null },
      data: { endedAt: new Date() },
    });
    if (count === 0) throw new NotFound();
    const accountId = grantor === "system" ? null : grantor.accountId;
    await recordAuditEvent(tx, { action: "people.endGrant", accountId, subject: `grant:${grantId}` });
  });
}

async function checkScope(tx: Tx, bodyId: string | null, unionId: string | null): Promise<void> {
  if (bodyId && !(await tx.body.count({ where: { id: bodyId } }))) throw new NotFound();
  if (unionId && !(await tx.union.count({ where: { id: unionId } }))) throw new NotFound();
}
