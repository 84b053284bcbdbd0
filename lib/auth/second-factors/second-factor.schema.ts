import { z } from "zod";
import { hasVisibleText } from "@/lib/characters";
import { appCode, receiptCode } from "@/lib/people/credential.schema";

/** The six digits that an authenticator app shows, typed in any groups. */
export const appCodeInput = z.object({ code: appCode });

/** A recovery code has the form of a receipt: 26 characters, typed in any groups. */
export const recoveryCodeInput = z.object({
  recovery: z
    .string("Enter one of your recovery codes.")
    .refine(
      (text) => receiptCode.safeParse(text).success,
      "A recovery code has 26 letters and numbers. Check that you have typed them all.",
    )
    .transform((text) => receiptCode.parse(text)),
});

/** Whose second factors to reset, and the admin's confirmation that they spoke to that person. */
export const factorResetInput = z.object({
  account: z.string("Choose who lost it.").refine(hasVisibleText, "Choose who lost it."),
  sure: z.literal("yes", "Make sure that it is really them first."),
});

const base64url = z
  .string()
  .max(20_000)
  .regex(/^[A-Za-z0-9_-]+$/);
const credentialFields = {
  id: base64url,
  rawId: base64url,
  type: z.literal("public-key"),
  clientExtensionResults: z.object({}), // we request none
};

/** The browser's response after it created a passkey. */
export const passkeyRegistration = z.object({
  ...credentialFields,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z
      .array(z.string().regex(/^[a-z-]{1,20}$/))
      .max(10)
      .default([]),
  }),
});
export type PasskeyRegistration = z.infer<typeof passkeyRegistration>;

/** The browser's response after a passkey has signed. */
export const passkeyAssertion = z.object({
  ...credentialFields,
  response: z.object({ clientDataJSON: base64url, authenticatorData: base64url, signature: base64url }),
});
export type PasskeyAssertion = z.infer<typeof passkeyAssertion>;
