import type { Claims, Provider } from "@/lib/auth/providers/provider.schema";
import { email } from "@/lib/people/credential.schema";

/** Whether the claims prove a second factor, by the operator's settings for this provider. */
export function provesSecondFactor({ secondFactor }: Provider, { amr = [], acr }: Claims): boolean {
  if (!secondFactor) return false;
  return (
    amr.some((method) => secondFactor.amr.includes(method)) || (acr !== undefined && secondFactor.acr.includes(acr))
  );
}

/** The address in the claims, in the form in which we store addresses; null when there is none. */
export function claimedAddress({ email: address }: Claims): string | null {
  const parsed = email.safeParse(address);
  return parsed.success ? parsed.data : null;
}

/**
 * The address in the claims, if the provider may vouch for it: it is verified, and in a domain that the operator has
 * assigned to this provider. Otherwise any provider could claim anybody's address.
 */
export function trustedAddress({ addressesOf }: Provider, claims: Claims): string | null {
  const address = claimedAddress(claims);
  const domain = address?.split("@").at(-1) ?? "";
  return claims.email_verified === true && addressesOf.includes(domain) ? address : null;
}
