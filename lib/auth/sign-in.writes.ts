import { recordAuditEvent } from "@/lib/audit/audit-event.writes";
import type { Tx } from "@/lib/database/client";
import type { Role } from "@/prisma/generated/enums";

/** Records that a member of staff signed in; a participant's sign-in is not recorded. @returns the account's roles */
export async function recordSignIn(tx: Tx, accountId: string): Promise<Role[]> {
  const grants = await tx.grant.findMany({ where: { accountId, endedAt: null }, select: { role: true } });
  if (grants.length)
    await recordAuditEvent(tx, { action: "people.signIn", accountId, subject: `account:${accountId}` });
  return grants.map(({ role }) => role);
}
