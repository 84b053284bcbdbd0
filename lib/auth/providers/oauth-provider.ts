import type { OAuthConfig } from "next-auth/providers/oauth";
import type { ProviderProfile } from "@/lib/auth/adapter";
import { claimedAddress, trustedAddress } from "@/lib/auth/providers/provider.rules";
import { type Claims, claims, type Provider, type ProviderMetadata } from "@/lib/auth/providers/provider.schema";
import { publicOrigin } from "@/lib/env";
import { paths } from "@/lib/routes";

/**
 * Where a provider that has the address of earlier versions sends people back to. next-auth knows its own only, and lets
 * the request for the code and for the token name another.
 */
const formerCallback = (id: string) => new URL(paths.formerProviderCallback(id), publicOrigin()).href;

const timeout = 10_000; // milliseconds

/** A union's or LEP's sign-in as a provider of next-auth. */
export function oauthProvider(provider: Provider, metadata: ProviderMetadata): OAuthConfig<Claims> {
  const { id, name, clientId, clientSecret, scope, secondFactor, idTokenAlgorithm } = provider;
  const { issuer, authorization_endpoint, token_endpoint, jwks_uri, userinfo_endpoint } = metadata;
  const callback = provider.callbackAt === "former" ? formerCallback(id) : null;
  const isPostSupported = metadata.token_endpoint_auth_methods_supported.includes("client_secret_post");
  return {
    id,
    name,
    type: "oauth",
    issuer,
    clientId,
    clientSecret,
    checks: ["pkce", "state", "nonce"],
    idToken: true,
    authorization: {
      url: authorization_endpoint,
      params: {
        scope,
        ...(callback && { redirect_uri: callback }),
        ...(secondFactor?.acr.length && { acr_values: secondFactor.acr.join(" ") }),
      },
    },
    token: {
      url: token_endpoint,
      ...(callback && {
        request: async ({ client, params, checks }) => ({
          tokens: await client.callback(callback, params, checks as Parameters<typeof client.callback>[2]),
        }),
      }),
    },
    jwks_endpoint: jwks_uri,
    userinfo: {
      url: userinfo_endpoint,
      async request({ tokens, client }) {
        const idClaims = claims.parse((tokens as { claims(): unknown }).claims());
        const isEmailRequested = scope.split(" ").includes("email");
        if (!isEmailRequested || idClaims.email || !userinfo_endpoint) return idClaims;
        const { email, email_verified } = await client.userinfo(tokens as never); // it compares the subjects
        return claims.parse({ ...idClaims, email, email_verified });
      },
    },
    client: {
      id_token_signed_response_alg: idTokenAlgorithm,
      token_endpoint_auth_method: isPostSupported ? "client_secret_post" : "client_secret_basic",
    },
    httpOptions: { timeout },
    profile: (idClaims) => profileOf(provider, idClaims) as ProviderProfile & { id: string },
    // the profile has an address only where the operator lets this provider vouch for it
    allowDangerousEmailAccountLinking: true,
  };
}

function profileOf(provider: Provider, idClaims: Claims): ProviderProfile {
  const id = `${idClaims.iss}|${idClaims.sub}`;
  const email = trustedAddress(provider, idClaims);
  return email ? { id, email } : { id, claimedEmail: claimedAddress(idClaims) };
}
