import type { Claims, Provider } from "@/lib/auth/providers/provider.schema";
import { email } from "@/lib/people/credential.schema";

/** Whether the provider has proved a second factor, by what the operator says proves one. */
export function provesSecondFactor({ secondFactor }: Provider, { amr = [], acr }: Claims): boolean {
  if (!secondFactor) return false;
  return (
    amr.some((method) => secondFactor.amr.includes(method)) || (acr !== undefined && secondFactor.acr.includes(acr))
  );
}

/** The address that came along, as we keep addresses; null when none did. */
export function claimedAddress({ email: address }: Claims): string | null {
  const parsed = email.safeParse(address);
  return parsed.success ? parsed.data : null;
}

/**
 * The address, when the provider may speak for it: it says that it was verified, and the operator says that addresses
 * of that domain are its own. Anybody can run a provider that says anything of anybody.
 */
export function trustedAddress({ addressesOf }: Provider, claims: Claims): string | null {
  const address = claimedAddress(claims);
  const domain = address?.split("@").at(-1) ?? "";
  return claims.email_verified === true && addressesOf.includes(domain) ? address : null;
}
