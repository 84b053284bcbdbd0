import { z } from "zod";

const shortText = z.string().min(1).max(300);
/** Tokens are sent to this address: https, or http on this machine for development. */
const issuer = z
  .url()
  .refine((url) => /^https:|^http:\/\/(localhost|127\.0\.0\.1)[:/]/.test(`${url}/`), "an https address");

/** The sign-in of one union or LEP, as the operator configures it. */
export const provider = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,30}$/, "small letters, figures and hyphens"),
  /** The name shown to people: "Unite the Union". */
  name: z.string().min(1).max(60),
  issuer,
  clientId: shortText,
  clientSecret: shortText,
  /** How the provider signs its ID tokens; any other signature is refused. */
  idTokenAlgorithm: z
    .enum(["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"])
    .default("RS256"),
  /** "former" where the provider still has the address of earlier versions: see `callbackAddress`. */
  callbackAt: z.enum(["current", "former"]).default("current"),
  /** "openid email" requests the address as well. */
  scope: z
    .string()
    .regex(/^openid( [a-z_:]+)*$/, "openid, and what else is asked for")
    .default("openid"),
  /** Domains whose verified addresses this provider may vouch for: such an address opens its existing account. */
  addressesOf: z.array(z.string().regex(/^[a-z0-9.-]+\.[a-z]{2,}$/, "a domain, in small letters")).default([]),
  /** Claims that prove a second factor. Left out, staff take our own second step. */
  secondFactor: z.strictObject({ amr: z.array(shortText).default([]), acr: z.array(shortText).default([]) }).optional(),
});
export type Provider = z.infer<typeof provider>;

/** The setting SIGN_IN_PROVIDERS: a JSON array. */
export const providers = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue("a list as JSON");
      return z.NEVER;
    }
  })
  .pipe(z.array(provider))
  .refine((list) => new Set(list.map(({ id }) => id)).size === list.length, "two have the same id");

/** What we use of a provider's discovery document. */
export const providerMetadata = z.object({
  issuer: z.string(),
  authorization_endpoint: issuer,
  token_endpoint: issuer,
  jwks_uri: issuer,
  userinfo_endpoint: issuer.optional(),
  token_endpoint_auth_methods_supported: z.array(z.string()).default(["client_secret_basic"]),
  authorization_response_iss_parameter_supported: z.boolean().default(false),
});
export type ProviderMetadata = z.infer<typeof providerMetadata>;

/** Text without the characters that PostgreSQL cannot store. */
const storableText = z.string().refine((value) => !/[\p{Cc}\p{Surrogate}]/u.test(value), "signs that can be kept");

/** The claims of an ID token that we use. */
export const claims = z.object({
  iss: storableText.min(1).max(300),
  sub: storableText.min(1).max(255),
  email: storableText.max(254).optional(),
  email_verified: z.boolean().optional(),
  amr: z.array(storableText).optional().catch(undefined),
  acr: storableText.optional().catch(undefined),
});
export type Claims = z.infer<typeof claims>;
