import { z } from "zod";

const shortText = z.string().min(1).max(300);
/** Tokens go over this address: https, or this very machine when it is tried out. */
const issuer = z
  .url()
  .refine((url) => /^https:|^http:\/\/(localhost|127\.0\.0\.1)[:/]/.test(`${url}/`), "an https address");

/** One union's or LEP's own sign-in, as the operator sets it. */
export const provider = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,30}$/, "small letters, figures and hyphens"),
  /** As people know it: "Unite the Union". */
  name: z.string().min(1).max(60),
  issuer,
  clientId: shortText,
  clientSecret: shortText,
  /** "openid email" to ask for the address as well. */
  scope: z
    .string()
    .regex(/^openid( [a-z_:]+)*$/, "openid, and what else is asked for")
    .default("openid"),
  /** Domains whose verified addresses this provider may speak for: such an address leads to the account that has it. */
  addressesOf: z.array(z.string().regex(/^[a-z0-9.-]+\.[a-z]{2,}$/, "a domain, in small letters")).default([]),
  /** What in its answer proves a second factor. Left out, nothing does, and staff take our own second step. */
  secondFactor: z.strictObject({ amr: z.array(shortText).default([]), acr: z.array(shortText).default([]) }).optional(),
});
export type Provider = z.infer<typeof provider>;

/** The setting SIGN_IN_PROVIDERS: a list, as JSON. */
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

/** What a strange provider could send, and no table keeps. */
const storableText = z.string().refine((value) => !/[\p{Cc}\p{Surrogate}]/u.test(value), "signs that can be kept");

/** What a provider says of who signed in; anything else in its answer is left where it is. */
export const claims = z.object({
  iss: storableText.min(1).max(300),
  sub: storableText.min(1).max(255),
  email: storableText.max(254).optional(),
  email_verified: z.boolean().optional(),
  amr: z.array(storableText).optional().catch(undefined),
  acr: storableText.optional().catch(undefined),
});
export type Claims = z.infer<typeof claims>;
