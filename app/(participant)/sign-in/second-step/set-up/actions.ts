"use server";

import { notFound, redirect } from "next/navigation";
import { setSessionCookie } from "@/lib/auth/current-session";
import { requireStaff } from "@/lib/auth/require-person";
import { addAuthenticator } from "@/lib/auth/second-factors/authenticator.commands";
import { addPasskey, beginPasskeyRegistration } from "@/lib/auth/second-factors/passkey.commands";
import { removeFactor } from "@/lib/auth/second-factors/second-factor.commands";
import { appCodeInput, passkeyRegistration } from "@/lib/auth/second-factors/second-factor.schema";
import { NotFound, userMessage } from "@/lib/errors";
import { type FormState, fieldErrors, submittedValues } from "@/lib/forms/old-form-state";
import { localPath, paths } from "@/lib/routes";

/** Adds the authenticator app, once it gives a right code. */
export async function addAuthenticatorApp(to: unknown, _before: FormState, form: FormData): Promise<FormState> {
  const staff = await requireStaff();
  const values = submittedValues(form);
  const parsed = appCodeInput.safeParse(values);
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values };
  try {
    const result = await addAuthenticator(staff, parsed.data.code);
    if (result === "wrong") {
      const code = "This is not the code that the app shows now. Check that your phone has the right time.";
      return { errors: { code }, values: {} };
    }
    if (result.token) await setSessionCookie(result.token);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    return { errors: { form: userMessage(error) }, values: {} };
  }
  redirect(staff.isStepUpPending ? paths.recoveryCodes(returnPath(to)) : paths.setUpSecondStep(returnPath(to)));
}

/** What the browser needs to make a passkey. */
export async function getNewPasskeyOptions() {
  const staff = await requireStaff();
  try {
    return { options: await beginPasskeyRegistration(staff) };
  } catch (error) {
    if (error instanceof NotFound) notFound();
    return { message: userMessage(error) };
  }
}

/** Adds the passkey that the browser has made. @returns a message when it is not right */
export async function addPasskeyAction(to: unknown, registration: unknown): Promise<string> {
  const staff = await requireStaff();
  const parsed = passkeyRegistration.safeParse(registration);
  if (!parsed.success) return "Your browser gave no passkey. Try again, or use another way.";
  try {
    const token = await addPasskey(staff, parsed.data);
    if (token) await setSessionCookie(token);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    return userMessage(error);
  }
  redirect(staff.isStepUpPending ? paths.recoveryCodes(returnPath(to)) : paths.setUpSecondStep(returnPath(to)));
}

/** Takes a way off. */
export async function removeFactorAction(to: unknown, form: FormData): Promise<void> {
  const staff = await requireStaff();
  const passkey = form.get("passkey");
  try {
    await removeFactor(staff, passkey === null ? "authenticator" : { passkey: String(passkey) });
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
  redirect(paths.setUpSecondStep(returnPath(to)));
}

const returnPath = (to: unknown) => localPath(to) ?? "";
