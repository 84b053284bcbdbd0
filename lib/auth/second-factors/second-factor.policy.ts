import { type GrantView, isAdmin, type Person } from "@/lib/people/person.policy";

/** Somebody with a role, as the second step sees them: `isHalf` until they have taken it. */
export type Staff = { sessionId: string; accountId: string; label: string; grants: GrantView[]; isHalf: boolean };

/** What somebody can take the second step with. */
export type Factors = { passkeys: number; authenticators: number; codes: number };

/** Whether they have a way of their own. Recovery codes are for the day when it is lost. */
export const hasFactor = ({ passkeys, authenticators }: Factors) => passkeys + authenticators > 0;

/** Adds a way: whoever has taken the second step, and whoever has none yet. */
export const canAddFactor = (staff: Staff, factors: Factors) => !staff.isHalf || !hasFactor(factors);

/** Takes a way off: after the second step, and never the last one. */
export const canRemoveFactor = (staff: Staff, { passkeys, authenticators }: Factors) =>
  !staff.isHalf && passkeys + authenticators > 1;

/** Makes recovery codes, in place of those before: after the second step. */
export const canMakeCodes = (staff: Staff, factors: Factors) => !staff.isHalf && hasFactor(factors);

/** Asks that a colleague may set up the second step anew: an admin, never for themselves. */
export const canAskReset = (person: Person, accountId: string) => isAdmin(person) && person.accountId !== accountId;

/** Confirms it: another admin, and not the one whom it is about. */
export const canConfirmReset = (person: Person, reset: { accountId: string; askedById: string }) =>
  canAskReset(person, reset.accountId) && person.accountId !== reset.askedById;
