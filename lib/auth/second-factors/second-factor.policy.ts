import type { FactorCounts, StaffSession } from "@/lib/auth/second-factors/second-factor.rules";
import { isAdmin, type Person } from "@/lib/people/person.policy";

/** Whether they have a second factor. Recovery codes do not count: they replace one that is lost. */
export const hasFactor = ({ passkeys, authenticators }: FactorCounts) => passkeys + authenticators > 0;

/** Whether they proved a factor in the last ten minutes: a browser left open is not enough. */
const hasFreshProof = ({ isStepUpPending, isProofFresh }: StaffSession) => !isStepUpPending && isProofFresh;

/** Anybody without a factor may add one; others only after fresh proof. */
export const canAddFactor = (staff: StaffSession, factors: FactorCounts) => hasFreshProof(staff) || !hasFactor(factors);

/** After fresh proof, and never the last one. */
export const canRemoveFactor = (staff: StaffSession, { passkeys, authenticators }: FactorCounts) =>
  hasFreshProof(staff) && passkeys + authenticators > 1;

/** After fresh proof, for those who have a factor. */
export const canMakeRecoveryCodes = (staff: StaffSession, factors: FactorCounts) =>
  hasFreshProof(staff) && hasFactor(factors);

/** Admins, never for themselves. */
export const canRequestFactorReset = (person: Person, accountId: string) =>
  isAdmin(person) && person.accountId !== accountId;

/** Admins who neither requested it nor are the person whom it is about. */
export const canConfirmFactorReset = (person: Person, reset: { accountId: string; requestedById: string }) =>
  canRequestFactorReset(person, reset.accountId) && person.accountId !== reset.requestedById;
