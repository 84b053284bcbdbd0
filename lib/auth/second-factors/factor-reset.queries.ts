import { canConfirmFactorReset } from "@/lib/auth/second-factors/second-factor.policy";
import { db } from "@/lib/database/client";
import { liveGrants } from "@/lib/people/grant.queries";
import { isAdmin, type Person } from "@/lib/people/person.policy";

export type StaffMember = { id: string; label: string };
export type PendingFactorReset = { id: string; label: string; requestedBy: string; canConfirm: boolean };

const staffName = ({ label }: { label: string | null }) => label ?? "Somebody without a name";

/** Other staff who have a second factor, by name. Empty for anybody but admins. */
export async function listStaff(person: Person): Promise<StaffMember[]> {
  if (!isAdmin(person)) return [];
  const rows = await db().account.findMany({
    where: {
      id: { not: person.accountId ?? "" },
      erasedAt: null,
      grants: { some: liveGrants() },
      OR: [{ passkeys: { some: {} } }, { authenticator: { isNot: null } }],
    },
    orderBy: [{ label: "asc" }, { id: "asc" }],
    select: { id: true, label: true },
  });
  return rows.map(({ id, label }) => ({ id, label: staffName({ label }) }));
}

/** Requests that wait for confirmation, other than about this person. Empty for anybody but admins. */
export async function listFactorResets(person: Person, now = new Date()): Promise<PendingFactorReset[]> {
  if (!isAdmin(person)) return [];
  const rows = await db().factorReset.findMany({
    where: { endsAt: { gt: now }, accountId: { not: person.accountId ?? "" } },
    orderBy: { endsAt: "asc" },
    select: {
      id: true,
      accountId: true,
      requestedById: true,
      account: { select: { label: true } },
      requestedBy: { select: { label: true } },
    },
  });
  return rows.map(({ id, account, requestedBy, ...reset }) => ({
    id,
    label: staffName(account),
    requestedBy: staffName(requestedBy),
    canConfirm: canConfirmFactorReset(person, reset),
  }));
}
