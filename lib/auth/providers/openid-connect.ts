import * as openid from "openid-client";
import { type Claims, claims, type Provider } from "@/lib/auth/providers/provider.schema";
import { publicOrigin } from "@/lib/env";
import { paths } from "@/lib/routes";

/** What is kept, in the browser and sealed, while somebody is away at their provider. */
export type PendingAuthorization = {
  provider: string;
  state: string;
  nonce: string;
  verifier: string;
  to: string | null;
};

const discoveryTimeout = 10; // seconds
const configurations = new Map<string, Promise<openid.Configuration>>();

/** What the provider says of itself, asked once for the life of the process; asked again after a failure. */
function discoverConfiguration({ issuer, clientId, clientSecret }: Provider): Promise<openid.Configuration> {
  const key = `${issuer} ${clientId}`;
  const found = configurations.get(key);
  if (found) return found;
  const isLocal = issuer.startsWith("http:"); // the schema lets only this machine be without https
  const discovery = openid.discovery(new URL(issuer), clientId, clientSecret, undefined, {
    timeout: discoveryTimeout,
    execute: isLocal ? [openid.allowInsecureRequests] : [],
  });
  configurations.set(key, discovery);
  discovery.catch(() => configurations.delete(key));
  return discovery;
}

/** Where the browser goes to sign in, and what is to be kept until it is back. @throws when the provider is away */
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
 * Who signed in, by the code that the browser brought back.
 * @param query of the address that it came back to
 * @throws when anything is not as it must be: state, nonce, verifier, issuer, signature, times
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
