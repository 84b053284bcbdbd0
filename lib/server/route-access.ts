import type { Access } from "@/lib/routes";
import type { Role } from "@/prisma/generated/enums";

/** Somebody with a session. `hasAccount`: false for a receipt. */
export type RouteVisitor = { roles: readonly Role[]; hasAccount: boolean };

const staffRoles: Partial<Record<Access, readonly Role[]>> = {
  rep: ["rep"],
  union: ["union_officer", "union_editor"],
  officer: ["officer"],
  admin: ["admin"],
};

/** Whether somebody with a session is of one of the groups that may open a route. */
export function isOfGroups({ roles, hasAccount }: RouteVisitor, access: Access | readonly Access[]): boolean {
  return [access].flat().some((group) => {
    if (group === "account") return hasAccount;
    if (group === "staff") return roles.length > 0;
    const own = staffRoles[group];
    return own === undefined || own.some((role) => roles.includes(role));
  });
}
