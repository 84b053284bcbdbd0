import * as openid from "openid-client";
import { type Claims, claims, type Provider } from "@/lib/auth/providers/provider.schema";
import { publicOrigin } from "@/lib/env";
import { paths } from "@/lib/routes";

/** What a sealed cookie stores while somebody signs in at their provider. */
export type PendingAuthorization = {
  provider: string;
  state: string;
  nonce: string;
  verifier: string;
  to: string | null;
};

const discoveryTimeout = 10; // seconds
const configurations = new Map<string, Promise<openid.Configuration>>();

/** The provider's metadata, fetched once in the life of the process, and again after a failure. */
function discoverConfiguration({ issuer, clientId, clientSecret }: Provider): Promise<openid.Configuration> {
  const key = `${issuer} ${clientId}`;
  const found = configurations.get(key);
  if (found) return found;
  const isLocal = issuer.startsWith("http:"); // the schema allows http only for this machine
  const discovery = openid.discovery(new URL(issuer), clientId, clientSecret, undefined, {
    timeout: discoveryTimeout,
    execute: isLocal ? [openid.allowInsecureRequests] : [],
  });
  configurations.set(key, discovery);
  discovery.catch(() => configurations.delete(key));
  return discovery;
}

/**
 * The address at which the browser signs in, and what to store until it returns.
 * @throws when the provider is unavailable
 */
export async function startAuthorization(
  provider: Provider,
  to: string | null,
): Promise<{ address: string; pending: PendingAuthorization }> {
  const config = await discoverConfiguration(provider);
  const verifier = openid.randomPKCECodeVerifier();
  const pending = { provider: provider.id, state: openid.randomState(), nonce: openid.randomNonce(), verifier, to };
  const address = openid.buildAuthorizationUrl(config, {
    redirect_uri: `${publicOrigin()}${paths.providerCallback(provider.id)}`,
    scope: provider.scope,
    state: pending.state,
    nonce: pending.nonce,
    code_challenge: await openid.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
    ...(provider.secondFactor?.acr.length && { acr_values: provider.secondFactor.acr.join(" ") }),
  });
  return { address: address.href, pending };
}

/**
 * Exchanges the code that the browser returned with for the claims about who signed in.
 * @param query the query string of the callback
 * @throws when state, nonce, verifier, issuer, signature or times are not valid
 */
export async function completeAuthorization(
  provider: Provider,
  query: string,
  pending: PendingAuthorization,
): Promise<Claims> {
  const config = await discoverConfiguration(provider);
  const callbackUrl = new URL(`${paths.providerCallback(provider.id)}${query}`, publicOrigin());
  const tokens = await openid.authorizationCodeGrant(config, callbackUrl, {
    expectedState: pending.state,
    expectedNonce: pending.nonce,
    pkceCodeVerifier: pending.verifier,
    idTokenExpected: true,
  });
  const idClaims = claims.parse(tokens.claims());
  const isEmailRequested = provider.scope.split(" ").includes("email");
  if (!isEmailRequested || idClaims.email || !config.serverMetadata().userinfo_endpoint) return idClaims;
  const { email, email_verified } = await openid.fetchUserInfo(config, tokens.access_token, idClaims.sub);
  return claims.parse({ ...idClaims, email, email_verified });
}
