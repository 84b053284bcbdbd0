import type { FactorCounts, StaffSession } from "@/lib/auth/second-factors/second-factor.rules";
import { isAdmin, type Person } from "@/lib/people/person.policy";

/** Whether they have a way of their own. Recovery codes are for the day when it is lost. */
export const hasFactor = ({ passkeys, authenticators }: FactorCounts) => passkeys + authenticators > 0;

/** Adds a way: whoever has taken the second step, and whoever has none yet. */
export const canAddFactor = (staff: StaffSession, factors: FactorCounts) =>
  !staff.isStepUpPending || !hasFactor(factors);

/** Takes a way off: after the second step, and never the last one. */
export const canRemoveFactor = (staff: StaffSession, { passkeys, authenticators }: FactorCounts) =>
  !staff.isStepUpPending && passkeys + authenticators > 1;

/** Makes recovery codes, in place of those before: after the second step. */
export const canMakeRecoveryCodes = (staff: StaffSession, factors: FactorCounts) =>
  !staff.isStepUpPending && hasFactor(factors);

/** Asks that a colleague may set up the second step anew: an admin, never for themselves. */
export const canRequestFactorReset = (person: Person, accountId: string) =>
  isAdmin(person) && person.accountId !== accountId;

/** Confirms it: another admin, and not the one whom it is about. */
export const canConfirmFactorReset = (person: Person, reset: { accountId: string; requestedById: string }) =>
  canRequestFactorReset(person, reset.accountId) && person.accountId !== reset.requestedById;
