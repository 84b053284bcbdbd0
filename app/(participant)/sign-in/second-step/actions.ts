"use server";

import { notFound, redirect } from "next/navigation";
import { setSessionCookie } from "@/lib/auth/current-session";
import { requireStaff } from "@/lib/auth/require-person";
import { verifyAuthenticatorCode } from "@/lib/auth/second-factors/authenticator.commands";
import { beginPasskeyAuthentication, verifyPasskey } from "@/lib/auth/second-factors/passkey.commands";
import { verifyRecoveryCode } from "@/lib/auth/second-factors/recovery-code.commands";
import type { StaffSession, StepUpResult } from "@/lib/auth/second-factors/second-factor.rules";
import { appCodeInput, passkeyAssertion, recoveryCodeInput } from "@/lib/auth/second-factors/second-factor.schema";
import { homePathFor } from "@/lib/auth/sign-in.rules";
import { NotFound, userMessage } from "@/lib/errors";
import { type FormState, fieldErrors, submittedValues } from "@/lib/forms/old-form-state";
import { localPath } from "@/lib/routes";

/** Takes the second step by the code of an authenticator app. */
export async function enterAppCode(to: unknown, _before: FormState, form: FormData): Promise<FormState> {
  const values = submittedValues(form);
  const parsed = appCodeInput.safeParse(values);
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values };
  const wrong = "This is not the code that the app shows now. A code works once: wait for the next one.";
  return completeSecondStep(to, { code: wrong }, (staff) => verifyAuthenticatorCode(staff, parsed.data.code));
}

/** Takes the second step by a recovery code. */
export async function enterRecoveryCode(to: unknown, _before: FormState, form: FormData): Promise<FormState> {
  const values = submittedValues(form);
  const parsed = recoveryCodeInput.safeParse(values);
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values };
  const wrong = "This is none of your recovery codes, or it was used. Try another one.";
  return completeSecondStep(to, { recovery: wrong }, (staff) => verifyRecoveryCode(staff, parsed.data.recovery));
}

async function completeSecondStep(
  to: unknown,
  wrong: FormState["errors"],
  verify: (staff: StaffSession) => Promise<StepUpResult>,
): Promise<FormState> {
  const staff = await requireStaff();
  try {
    const result = await verify(staff);
    if (result === "wrong") return { errors: wrong, values: {} };
    if (result.token) await setSessionCookie(result.token);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    return { errors: { form: userMessage(error) }, values: {} };
  }
  redirect(nextPath(staff, to));
}

const nextPath = (staff: StaffSession, to: unknown) =>
  localPath(to) ?? homePathFor(staff.grants.map(({ role }) => role));

/** What the browser has a passkey sign; a message when it may not. */
export async function getPasskeyOptions() {
  const staff = await requireStaff();
  try {
    return { options: await beginPasskeyAuthentication(staff) };
  } catch (error) {
    if (error instanceof NotFound) notFound();
    return { message: userMessage(error) };
  }
}

/** Takes the second step by what a passkey signed. @returns a message when it is not right */
export async function enterPasskey(to: unknown, assertion: unknown): Promise<string> {
  const staff = await requireStaff();
  const parsed = passkeyAssertion.safeParse(assertion);
  if (!parsed.success) return "Your browser gave no passkey. Try again, or use another way.";
  try {
    const token = await verifyPasskey(staff, parsed.data);
    if (token) await setSessionCookie(token);
  } catch (error) {
    return userMessage(error);
  }
  redirect(nextPath(staff, to));
}
