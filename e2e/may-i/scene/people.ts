import { randomBytes } from "node:crypto";
import type { Who } from "@/e2e/may-i/who";
import { db } from "@/lib/db";
import { type GrantView, type Person, visitor } from "@/lib/people/policy";

export const strategy = "cornwall-scilly"; // its lead body has the same id
export const elsewhere = "west-midlands";
export const secret = () => randomBytes(12).toString("hex");

export const grant = (
  role: GrantView["role"],
  bodyId: string | null = null,
  unionId: string | null = null,
): GrantView => ({
  ...{ role, bodyId, unionId },
});

/** Who asks by an account, with the role of each. */
export const roles = {
  account: null,
  owner: null,
  half: grant("rep", strategy, "unison"),
  rep: grant("rep", strategy, "unison"),
  repElsewhere: grant("rep", elsewhere, "unite"),
  unionEditor: grant("union_editor", null, "unison"),
  unionOfficer: grant("union_officer", null, "unison"),
  otherUnion: grant("union_officer", null, "unite"),
  officer: grant("officer", strategy),
  officerElsewhere: grant("officer", elsewhere),
  admin: grant("admin"),
} satisfies Partial<Record<Who, GrantView | null>>;

export type Known = keyof typeof roles;
export const known = Object.keys(roles) as Known[];

/** Somebody new with an account, and perhaps a role. */
export async function somebody(role: GrantView | null = null): Promise<Person & { accountId: string }> {
  const { id: accountId } = await db().account.create({ data: { label: role ? `Walker ${secret()}` : null } });
  if (role) await db().grant.create({ data: { accountId, ...role } });
  return { ...visitor, accountId, grants: role ? [role] : [] };
}
