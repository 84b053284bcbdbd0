import { z } from "zod";
import { code, receipt } from "@/lib/people/credential.schema";

/** The six figures that an authenticator app shows, typed in any groups. */
export const appCode = z.object({ code });

/** A recovery code is written as a receipt is: 26 signs, in any groups. */
export const recoveryCode = z.object({
  recovery: z
    .string("Type one of your recovery codes.")
    .refine((text) => receipt.safeParse(text).success, "A recovery code has 26 letters and figures. Check each.")
    .transform((text) => receipt.parse(text)),
});

const bytes = z
  .string()
  .max(20_000)
  .regex(/^[A-Za-z0-9_-]+$/);
const around = {
  id: bytes,
  rawId: bytes,
  type: z.literal("public-key"),
  clientExtensionResults: z.object({}), // none is asked for
};

/** What a browser gives back when a passkey was made. */
export const newPasskey = z.object({
  ...around,
  response: z.object({
    clientDataJSON: bytes,
    attestationObject: bytes,
    transports: z
      .array(z.string().regex(/^[a-z-]{1,20}$/))
      .max(10)
      .default([]),
  }),
});
export type NewPasskey = z.infer<typeof newPasskey>;

/** What a browser gives back when a passkey has signed. */
export const signedByPasskey = z.object({
  ...around,
  response: z.object({ clientDataJSON: bytes, authenticatorData: bytes, signature: bytes }),
});
export type SignedByPasskey = z.infer<typeof signedByPasskey>;
