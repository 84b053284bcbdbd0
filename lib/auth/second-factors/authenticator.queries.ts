import type { StaffSession } from "@/lib/auth/second-factors/second-factor.rules";
import { totpSetup } from "@/lib/auth/second-factors/totp";
import { keyedHash } from "@/lib/security/encryption";

/**
 * The secret for setting up an authenticator app in this session, 160 bits. It is derived from the session, so that
 * nothing is stored until the app has given a correct code.
 */
export const pendingAuthenticatorSecret = ({ sessionId }: StaffSession) =>
  keyedHash("authenticator-offer", sessionId).slice(0, 20);

/** That secret as the page shows it. */
export const getAuthenticatorSetup = (staff: StaffSession) => totpSetup(pendingAuthenticatorSecret(staff), staff.label);
