import { countLabel } from "@/lib/numbers";
import type { Role } from "@/prisma/generated/enums";

/** How pages call each role. */
export const roleNames: Record<Role, string> = {
  rep: "Rep",
  officer: "Officer",
  union_officer: "Union officer",
  union_editor: "Union editor",
  admin: "Admin",
};

/** What an area needs, so that appeals and second looks find a rep of another union who has not decided before. */
export const enoughReps = { reps: 3, unions: 2 };

export type Staffing = { reps: number; unions: number; isEnough: boolean };

/** How many reps an area has, each once, and of how many unions. */
export function staffingOf(reps: { accountId: string; unionId: string | null }[]): Staffing {
  const accounts = new Set(reps.map(({ accountId }) => accountId)).size;
  const unions = new Set(reps.flatMap(({ unionId }) => unionId ?? [])).size;
  return { reps: accounts, unions, isEnough: accounts >= enoughReps.reps && unions >= enoughReps.unions };
}

/** What an area lacks, as a phrase: "1 more rep, and 1 more union"; "" when it lacks nothing. */
export function shortageText({ reps, unions }: Pick<Staffing, "reps" | "unions">): string {
  const missingReps = Math.max(0, enoughReps.reps - reps);
  const missingUnions = Math.max(0, enoughReps.unions - unions);
  return [
    missingReps > 0 && countLabel(missingReps, "more rep"),
    missingUnions > 0 && countLabel(missingUnions, "more union"),
  ]
    .filter(Boolean)
    .join(", and ");
}

type AdminGrant = { id: string; lastDay: Date | null };

/**
 * Why a role cannot be ended now: the service always has an admin, and one whose role has no end date if it has one now.
 * @param liveAdminGrants every admin's role that counts
 */
export function whyCannotEndGrant(
  grant: AdminGrant & { role: Role },
  liveAdminGrants: readonly AdminGrant[],
): string | null {
  if (grant.role !== "admin") return null;
  const others = liveAdminGrants.filter(({ id }) => id !== grant.id);
  if (others.length === 0) return "This is the only admin. Make somebody else an admin first, then end this role.";
  return grant.lastDay === null ? whyNotEnough(others) : null;
}

/**
 * Why an account cannot be erased now: that ends its roles, and the last admin's cannot end.
 * @param liveAdminGrants every admin's role that counts
 */
export function whyCannotEraseAccount(
  accountId: string,
  liveAdminGrants: readonly (AdminGrant & { accountId: string })[],
): string | null {
  const own = liveAdminGrants.filter((grant) => grant.accountId === accountId);
  const others = liveAdminGrants.filter((grant) => grant.accountId !== accountId);
  if (own.length === 0) return null;
  if (others.length === 0)
    return "You are the only admin, and the service needs one. Make somebody else an admin first, then erase your data.";
  return own.some(({ lastDay }) => lastDay === null) ? whyNotEnough(others) : null;
}

const whyNotEnough = (others: readonly AdminGrant[]): string | null =>
  others.every(({ lastDay }) => lastDay !== null)
    ? "The roles of all other admins have an end date. Make somebody an admin without an end date first."
    : null;
