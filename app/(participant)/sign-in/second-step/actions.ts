"use server";

import { notFound, redirect } from "next/navigation";
import { getStaff, keepSessionToken } from "@/lib/auth/current-session";
import { proveByAuthenticator } from "@/lib/auth/second-factors/authenticator.commands";
import { askPasskey, proveByPasskey } from "@/lib/auth/second-factors/passkey.commands";
import { proveByRecoveryCode } from "@/lib/auth/second-factors/recovery-code.commands";
import type { Staff } from "@/lib/auth/second-factors/second-factor.policy";
import { appCode, recoveryCode, signedByPasskey } from "@/lib/auth/second-factors/second-factor.schema";
import type { Proved } from "@/lib/auth/second-factors/second-factor.writes";
import { homeOf, localPath } from "@/lib/auth/sign-in.rules";
import { NotFound, shownMessage } from "@/lib/errors";
import { type FormState, fieldErrors, typedValues } from "@/lib/forms/form-state";
import { paths } from "@/lib/routes";

/** Takes the second step by the code of an authenticator app. */
export async function enterAppCode(to: unknown, _before: FormState, form: FormData): Promise<FormState> {
  const values = typedValues(form);
  const parsed = appCode.safeParse(values);
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values };
  const wrong = "This is not the code that the app shows now. A code works once: wait for the next one.";
  return prove(to, { code: wrong }, (staff) => proveByAuthenticator(staff, parsed.data.code));
}

/** Takes the second step by a recovery code. */
export async function enterRecoveryCode(to: unknown, _before: FormState, form: FormData): Promise<FormState> {
  const values = typedValues(form);
  const parsed = recoveryCode.safeParse(values);
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values };
  const wrong = "This is none of your recovery codes, or it was used. Try another one.";
  return prove(to, { recovery: wrong }, (staff) => proveByRecoveryCode(staff, parsed.data.recovery));
}

async function prove(
  to: unknown,
  wrong: FormState["errors"],
  by: (staff: Staff) => Promise<Proved>,
): Promise<FormState> {
  const staff = await getStaff();
  if (!staff) redirect(paths.signIn);
  try {
    const proved = await by(staff);
    if (proved === "wrong") return { errors: wrong, values: {} };
    if (proved.token) await keepSessionToken(proved.token);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    return { errors: { form: shownMessage(error) }, values: {} };
  }
  redirect(onwards(staff, to));
}

const onwards = (staff: Staff, to: unknown) => localPath(to) ?? homeOf(staff.grants.map(({ role }) => role));

/** What the browser has a passkey sign; a message when it may not. */
export async function askForPasskey() {
  const staff = await getStaff();
  if (!staff) redirect(paths.signIn);
  try {
    return { options: await askPasskey(staff) };
  } catch (error) {
    if (error instanceof NotFound) notFound();
    return { message: shownMessage(error) };
  }
}

/** Takes the second step by what a passkey signed. @returns a message when it is not right */
export async function enterPasskey(to: unknown, signed: unknown): Promise<string> {
  const staff = await getStaff();
  if (!staff) redirect(paths.signIn);
  const parsed = signedByPasskey.safeParse(signed);
  if (!parsed.success) return "Your browser gave no passkey. Try again, or use another way.";
  try {
    const token = await proveByPasskey(staff, parsed.data);
    if (token) await keepSessionToken(token);
  } catch (error) {
    return shownMessage(error);
  }
  redirect(onwards(staff, to));
}
