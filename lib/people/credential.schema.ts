import { z } from "zod";

/** An e-mail address as we store it: lower case, in Unicode's normal form C. */
export const email = z
  .string("Type your e-mail address.")
  .transform((text) => text.normalize("NFC").trim().toLowerCase())
  .pipe(
    z
      .string()
      .min(1, "Type your e-mail address.")
      .max(254, "That is too long for an e-mail address.")
      .pipe(z.email("Type your whole e-mail address, like name@example.org.")),
  );

/** The six digits of a sign-in mail, typed in any groups. */
export const oneTimeCode = z
  .string("Type the code from our mail.")
  .transform((text) => text.normalize("NFKC").replace(/[\s-]/g, ""))
  .pipe(
    z
      .string()
      .min(1, "Type the code from our mail.")
      .regex(/^\d{6}$/, "The code has six figures, like 042 117."),
  );

/** The 26 characters of a receipt (Crockford's base 32), typed in any groups. O, I and L count as 0 and 1. */
export const receiptCode = z
  .string("Type the code of your receipt.")
  .transform((text) =>
    text.normalize("NFKC").replace(/[\s-]/g, "").toUpperCase().replaceAll("O", "0").replace(/[IL]/g, "1"),
  )
  .pipe(
    z
      .string()
      .min(1, "Type the code of your receipt.")
      .regex(/^[0-9A-HJKMNP-TV-Z]{26}$/, "A receipt has 26 letters and figures. Check that none is missing."),
  );
