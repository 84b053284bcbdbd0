import { z } from "zod";

/** An email address as we store it: lower case, in Unicode's normal form C. */
export const email = z
  .string("Enter your email address.")
  .transform((text) => text.normalize("NFC").trim().toLowerCase())
  .pipe(
    z
      .string()
      .min(1, "Enter your email address.")
      .max(254, "This is too long for an email address.")
      .pipe(z.email("Enter your full email address, like name@example.org.")),
  );

/** Without spaces and hyphens, in capitals; O, I and L count as 0 and 1, as in Crockford's base 32. */
const withoutGroups = (text: string) =>
  text.normalize("NFKC").replace(/[\s-]/g, "").toUpperCase().replaceAll("O", "0").replace(/[IL]/g, "1");

/** The 8 characters of a sign-in mail (Crockford's base 32), typed in any groups and either case. */
export const signInCode = z
  .string("Enter the code from our email.")
  .transform(withoutGroups)
  .pipe(
    z
      .string()
      .min(1, "Enter the code from our email.")
      .regex(/^[0-9A-HJKMNP-TV-Z]{8}$/, "The code has 8 letters and numbers, like 7K2M 04QD."),
  );

/** The six digits that an authenticator app shows, typed in any groups. */
export const appCode = z
  .string("Enter the code in your app.")
  .transform((text) => text.normalize("NFKC").replace(/[\s-]/g, ""))
  .pipe(
    z
      .string()
      .min(1, "Enter the code in your app.")
      .regex(/^\d{6}$/, "The code has 6 numbers, like 042 117."),
  );

/** The 26 characters of a receipt (Crockford's base 32), typed in any groups. O, I and L count as 0 and 1. */
export const receiptCode = z
  .string("Enter the code on your receipt.")
  .transform(withoutGroups)
  .pipe(
    z
      .string()
      .min(1, "Enter the code on your receipt.")
      .regex(
        /^[0-9A-HJKMNP-TV-Z]{26}$/,
        "A receipt code has 26 letters and numbers. Check that you have typed them all.",
      ),
  );
