import type { GrantView } from "@/lib/people/person.policy";

/** The session of a member of staff, before or after the second step. */
export type StaffSession = {
  sessionId: string;
  accountId: string;
  label: string;
  grants: GrantView[];
  /** True until they have completed the second step. */
  isStepUpPending: boolean;
  /** Whether they proved a second factor in the last ten minutes. */
  isProofFresh: boolean;
};

/** How many second factors of each kind somebody has; `codes` are unused recovery codes. */
export type FactorCounts = { passkeys: number; authenticators: number; codes: number };

export type FactorKind = "passkey" | "authenticator" | "recovery";

/** The token from `completeStepUp`; "wrong" when the code is not right, or was used before. */
export type StepUpResult = { token: string | null } | "wrong";

/** How many recovery codes are created at a time. */
export const recoveryCodeCount = 10;

/** How long a reset can be confirmed, in milliseconds. */
export const factorResetLifetime = 24 * 60 * 60_000;
