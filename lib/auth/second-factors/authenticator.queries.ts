import type { StaffSession } from "@/lib/auth/second-factors/second-factor.rules";
import { totpSetup } from "@/lib/auth/second-factors/totp";
import { keyedHash } from "@/lib/security/encryption";

/**
 * The secret that this session would put into an authenticator app: the same until it is taken, so that nothing need
 * be kept while somebody looks for their phone. 160 bits.
 */
export const pendingAuthenticatorSecret = ({ sessionId }: StaffSession) =>
  keyedHash("authenticator-offer", sessionId).slice(0, 20);

/** The same for the page. */
export const getAuthenticatorSetup = (staff: StaffSession) => totpSetup(pendingAuthenticatorSecret(staff), staff.label);
