"use server";

import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { setSessionCookie } from "@/lib/auth/current-session";
import { requireStaff } from "@/lib/auth/require-person";
import { verifyAuthenticatorCode } from "@/lib/auth/second-factors/authenticator.commands";
import { beginPasskeyAuthentication, verifyPasskey } from "@/lib/auth/second-factors/passkey.commands";
import { verifyRecoveryCode } from "@/lib/auth/second-factors/recovery-code.commands";
import { appCodeInput, passkeyAssertion, recoveryCodeInput } from "@/lib/auth/second-factors/second-factor.schema";
import { pathAfterSignIn } from "@/lib/auth/sign-in.rules";
import { NotFound, userMessage } from "@/lib/errors";
import { formAction, invalid } from "@/lib/forms/form-action";
import { pathParam } from "@/lib/forms/params.schema";

const params = z.object({ to: pathParam });

/** Completes the second step with the code of an authenticator app. */
export const enterAppCode = formAction({
  who: requireStaff,
  params,
  input: appCodeInput,
  isSecret: true,
  run: async ({ person, input }) => {
    const result = await verifyAuthenticatorCode(person, input.code);
    if (result === "wrong")
      return invalid({
        code: "This is not the code the app shows now. Each code works once, so wait for the next one.",
      });
    if (result.token) await setSessionCookie(result.token);
  },
  then: ({ person, params }) => pathAfterSignIn(params.to, person.grants),
});

/** Completes the second step with a recovery code. */
export const enterRecoveryCode = formAction({
  who: requireStaff,
  params,
  input: recoveryCodeInput,
  isSecret: true,
  run: async ({ person, input }) => {
    const result = await verifyRecoveryCode(person, input.recovery);
    if (result === "wrong")
      return invalid({ recovery: "This is not one of your recovery codes, or it has been used. Try another one." });
    if (result.token) await setSessionCookie(result.token);
  },
  then: ({ person, params }) => pathAfterSignIn(params.to, person.grants),
});

/** The options with which a passkey signs, or a message. */
export async function getPasskeyOptions() {
  const staff = await requireStaff();
  try {
    return { options: await beginPasskeyAuthentication(staff) };
  } catch (error) {
    if (error instanceof NotFound) notFound();
    return { message: userMessage(error) };
  }
}

/** Completes the second step with a passkey's response. @returns a message when it is not valid */
export async function enterPasskey(to: unknown, assertion: unknown): Promise<string> {
  const staff = await requireStaff();
  const parsed = passkeyAssertion.safeParse(assertion);
  if (!parsed.success) return "Your browser did not send a passkey. Try again, or use another way.";
  try {
    const token = await verifyPasskey(staff, parsed.data);
    if (token) await setSessionCookie(token);
  } catch (error) {
    return userMessage(error);
  }
  redirect(pathAfterSignIn(to, staff.grants));
}
