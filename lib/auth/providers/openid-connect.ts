import * as openid from "openid-client";
import { type Claims, claims, type Provider } from "@/lib/auth/providers/provider.schema";
import { ourOrigin } from "@/lib/env";
import { paths } from "@/lib/routes";

/** What is kept, in the browser and sealed, while somebody is away at their provider. */
export type Kept = { provider: string; state: string; nonce: string; verifier: string; to: string | null };

const patience = 10; // seconds
const known = new Map<string, Promise<openid.Configuration>>();

/** What the provider says of itself, asked once for the life of the process; asked again after a failure. */
function discover({ issuer, clientId, clientSecret }: Provider): Promise<openid.Configuration> {
  const key = `${issuer} ${clientId}`;
  const found = known.get(key);
  if (found) return found;
  const isHere = issuer.startsWith("http:"); // the schema lets only this machine be without https
  const asked = openid.discovery(new URL(issuer), clientId, clientSecret, undefined, {
    timeout: patience,
    execute: isHere ? [openid.allowInsecureRequests] : [],
  });
  known.set(key, asked);
  asked.catch(() => known.delete(key));
  return asked;
}

/** Where the browser goes to sign in, and what is to be kept until it is back. @throws when the provider is away */
export async function leaveFor(provider: Provider, to: string | null): Promise<{ address: string; kept: Kept }> {
  const config = await discover(provider);
  const verifier = openid.randomPKCECodeVerifier();
  const kept = { provider: provider.id, state: openid.randomState(), nonce: openid.randomNonce(), verifier, to };
  const address = openid.buildAuthorizationUrl(config, {
    redirect_uri: `${ourOrigin()}${paths.backFrom(provider.id)}`,
    scope: provider.scope,
    state: kept.state,
    nonce: kept.nonce,
    code_challenge: await openid.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
    ...(provider.secondFactor?.acr.length && { acr_values: provider.secondFactor.acr.join(" ") }),
  });
  return { address: address.href, kept };
}

/**
 * Who signed in, by the code that the browser brought back.
 * @param query of the address that it came back to
 * @throws when anything is not as it must be: state, nonce, verifier, issuer, signature, times
 */
export async function comeBack(provider: Provider, query: string, kept: Kept): Promise<Claims> {
  const config = await discover(provider);
  const here = new URL(`${paths.backFrom(provider.id)}${query}`, ourOrigin());
  const tokens = await openid.authorizationCodeGrant(config, here, {
    expectedState: kept.state,
    expectedNonce: kept.nonce,
    pkceCodeVerifier: kept.verifier,
    idTokenExpected: true,
  });
  const told = claims.parse(tokens.claims());
  const isAsked = provider.scope.split(" ").includes("email");
  if (!isAsked || told.email || !config.serverMetadata().userinfo_endpoint) return told;
  const { email, email_verified } = await openid.fetchUserInfo(config, tokens.access_token, told.sub);
  return claims.parse({ ...told, email, email_verified });
}
