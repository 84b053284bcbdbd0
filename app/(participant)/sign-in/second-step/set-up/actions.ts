"use server";

import { notFound, redirect } from "next/navigation";
import { getStaff, keepSessionToken } from "@/lib/auth/current-session";
import { addAuthenticator } from "@/lib/auth/second-factors/authenticator.commands";
import { addPasskey, offerPasskey } from "@/lib/auth/second-factors/passkey.commands";
import { appCode, newPasskey } from "@/lib/auth/second-factors/second-factor.schema";
import { removeFactor } from "@/lib/auth/second-factors/second-factor.writes";
import { localPath } from "@/lib/auth/sign-in.rules";
import { NotFound, shownMessage } from "@/lib/errors";
import { type FormState, fieldErrors, typedValues } from "@/lib/forms/form-state";
import { paths } from "@/lib/routes";

/** Adds the authenticator app, once it gives a right code. */
export async function addApp(to: unknown, _before: FormState, form: FormData): Promise<FormState> {
  const staff = await getStaff();
  if (!staff) redirect(paths.signIn);
  const values = typedValues(form);
  const parsed = appCode.safeParse(values);
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values };
  try {
    const added = await addAuthenticator(staff, parsed.data.code);
    if (added === "wrong") {
      const code = "This is not the code that the app shows now. Check that your phone has the right time.";
      return { errors: { code }, values: {} };
    }
    if (added.token) await keepSessionToken(added.token);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    return { errors: { form: shownMessage(error) }, values: {} };
  }
  redirect(staff.isHalf ? paths.recoveryCodes(ours(to)) : paths.setUpSecondStep(ours(to)));
}

/** What the browser needs to make a passkey. */
export async function askForNewPasskey() {
  const staff = await getStaff();
  if (!staff) redirect(paths.signIn);
  try {
    return { options: await offerPasskey(staff) };
  } catch (error) {
    if (error instanceof NotFound) notFound();
    return { message: shownMessage(error) };
  }
}

/** Adds the passkey that the browser has made. @returns a message when it is not right */
export async function keepPasskey(to: unknown, made: unknown): Promise<string> {
  const staff = await getStaff();
  if (!staff) redirect(paths.signIn);
  const parsed = newPasskey.safeParse(made);
  if (!parsed.success) return "Your browser gave no passkey. Try again, or use another way.";
  try {
    const token = await addPasskey(staff, parsed.data);
    if (token) await keepSessionToken(token);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    return shownMessage(error);
  }
  redirect(staff.isHalf ? paths.recoveryCodes(ours(to)) : paths.setUpSecondStep(ours(to)));
}

/** Takes a way off. */
export async function takeOff(to: unknown, form: FormData): Promise<void> {
  const staff = await getStaff();
  if (!staff) redirect(paths.signIn);
  const passkey = form.get("passkey");
  try {
    await removeFactor(staff, passkey === null ? "authenticator" : { passkey: String(passkey) });
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
  redirect(paths.setUpSecondStep(ours(to)));
}

const ours = (to: unknown) => localPath(to) ?? "";
