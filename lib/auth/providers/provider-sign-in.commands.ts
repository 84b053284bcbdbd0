import type { SignIn } from "@/lib/auth/adapter";
import { callNextAuth, completeSignInBy, type SignedIn } from "@/lib/auth/next-auth";
import { discoverMetadata } from "@/lib/auth/providers/discovery";
import { oauthProvider } from "@/lib/auth/providers/oauth-provider";
import { provesSecondFactor } from "@/lib/auth/providers/provider.rules";
import type { Claims, Provider, ProviderMetadata } from "@/lib/auth/providers/provider.schema";
import { onDemandTransaction } from "@/lib/database/on-demand-transaction";

/** What the browser holds while somebody signs in at their provider: next-auth's cookies, by its names for them. */
export type PendingSignIn = { state: string; pkce: string; nonce: string; callback: string };

/**
 * The address at which the browser signs in, and what it has to hold until it returns.
 * @param to the path to go on to, as `localPath` returns it
 * @throws when the provider is unavailable
 */
export async function startProviderSignIn(
  provider: Provider,
  to: string | null,
): Promise<{ address: string; pending: PendingSignIn }> {
  const config = oauthProvider(provider, await discoverMetadata(provider));
  const body: Record<string, string> = to ? { callbackUrl: to } : {};
  const { location, cookies } = await callNextAuth({ action: "signin", provider: config, body }, {});
  const { state, pkce, nonce, callback } = cookies;
  if (!state || !pkce || !nonce || !callback) throw new Error("next-auth did not begin to sign in.");
  return { address: location, pending: { state, pkce, nonce, callback } };
}

const callbackKeys = ["code", "state", "iss", "error"] as const;

/**
 * Exchanges the code that the browser returned with for a session. The provider is not contacted unless the
 * browser holds what it was given at the start.
 * @param query the query of the callback
 * @param previousToken of the session that this one replaces
 * @returns null when the callback is not valid for any reason: refused at the provider, altered, used before, expired,
 * or the provider is unavailable
 */
export async function completeProviderSignIn(
  provider: Provider,
  query: URLSearchParams,
  pending: PendingSignIn,
  previousToken: string | null,
): Promise<SignedIn | null> {
  const metadata = await discoverMetadata(provider).catch(() => null);
  if (!metadata || !isFromIssuer(query, metadata)) return null;
  const signIn: SignIn = { transaction: onDemandTransaction(), previousToken };
  const call = {
    query: Object.fromEntries(callbackKeys.flatMap((key) => (query.has(key) ? [[key, query.get(key) ?? ""]] : []))),
    cookies: pending,
  };
  return completeSignInBy(oauthProvider(provider, metadata), call, signIn, {
    signIn({ profile }) {
      signIn.isSecondFactorVerified = provesSecondFactor(provider, profile as Claims);
      return true;
    },
  });
}

/** next-auth compares the issuer only where the provider gives one; some promise to. */
const isFromIssuer = (query: URLSearchParams, metadata: ProviderMetadata): boolean =>
  query.get("iss") === (metadata.authorization_response_iss_parameter_supported ? metadata.issuer : query.get("iss"));
