import type { FactorCounts, StaffSession } from "@/lib/auth/second-factors/second-factor.rules";
import { isAdmin, type Person } from "@/lib/people/person.policy";

/** Whether they have a second factor. Recovery codes do not count: they replace one that is lost. */
export const hasFactor = ({ passkeys, authenticators }: FactorCounts) => passkeys + authenticators > 0;

/** Anybody without a factor may add one; others only after the second step. */
export const canAddFactor = (staff: StaffSession, factors: FactorCounts) =>
  !staff.isStepUpPending || !hasFactor(factors);

/** After the second step, and never the last one. */
export const canRemoveFactor = (staff: StaffSession, { passkeys, authenticators }: FactorCounts) =>
  !staff.isStepUpPending && passkeys + authenticators > 1;

/** After the second step, for those who have a factor. */
export const canMakeRecoveryCodes = (staff: StaffSession, factors: FactorCounts) =>
  !staff.isStepUpPending && hasFactor(factors);

/** Admins, never for themselves. */
export const canRequestFactorReset = (person: Person, accountId: string) =>
  isAdmin(person) && person.accountId !== accountId;

/** Admins who neither requested it nor are the person whom it is about. */
export const canConfirmFactorReset = (person: Person, reset: { accountId: string; requestedById: string }) =>
  canRequestFactorReset(person, reset.accountId) && person.accountId !== reset.requestedById;
