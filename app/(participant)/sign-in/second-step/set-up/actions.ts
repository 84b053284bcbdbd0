"use server";

import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { setSessionCookie } from "@/lib/auth/current-session";
import { requireStaff } from "@/lib/auth/require-person";
import { localPath } from "@/lib/auth/return-path.rules";
import { addAuthenticator } from "@/lib/auth/second-factors/authenticator.commands";
import { addPasskey, beginPasskeyRegistration } from "@/lib/auth/second-factors/passkey.commands";
import { removeFactor } from "@/lib/auth/second-factors/second-factor.commands";
import type { StaffSession } from "@/lib/auth/second-factors/second-factor.rules";
import { appCodeInput, passkeyRegistration } from "@/lib/auth/second-factors/second-factor.schema";
import { NotFound, userMessage } from "@/lib/errors";
import { formAction, invalid } from "@/lib/forms/form-action";
import { idParam, pathParam } from "@/lib/forms/params.schema";
import { paths } from "@/lib/routes";

/** Adds the authenticator app after a correct code. */
export const addAuthenticatorApp = formAction({
  who: requireStaff,
  params: z.object({ to: pathParam }),
  input: appCodeInput,
  isSecret: true,
  run: async ({ person, input }) => {
    const result = await addAuthenticator(person, input.code);
    if (result === "wrong")
      return invalid({
        code: "This is not the code the app shows now. Check that the time on your phone is right.",
      });
    if (result.token) await setSessionCookie(result.token);
  },
  then: ({ person, params }) => pathAfterAdding(person, params.to),
});

/** The options with which the browser creates a passkey, or a message. */
export async function getNewPasskeyOptions() {
  const staff = await requireStaff();
  try {
    return { options: await beginPasskeyRegistration(staff) };
  } catch (error) {
    if (error instanceof NotFound) notFound();
    return { message: userMessage(error) };
  }
}

/** Adds the passkey that the browser has created. @returns a message when it is not valid */
export async function addPasskeyAction(to: unknown, registration: unknown): Promise<string> {
  const staff = await requireStaff();
  const parsed = passkeyRegistration.safeParse(registration);
  if (!parsed.success) return "Your browser did not send a passkey. Try again, or use another way.";
  try {
    const token = await addPasskey(staff, parsed.data);
    if (token) await setSessionCookie(token);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    return userMessage(error);
  }
  redirect(pathAfterAdding(staff, localPath(to) ?? ""));
}

/** Removes a second factor. `factor` is "authenticator", or the id of a passkey. */
export const removeFactorAction = formAction({
  who: requireStaff,
  params: z.object({ to: pathParam, factor: idParam }),
  run: ({ person, params: { factor } }) =>
    removeFactor(person, factor === "authenticator" ? factor : { passkey: factor }),
  then: ({ params }) => paths.setUpSecondStep(params.to),
});

/** A first factor is followed by recovery codes. */
const pathAfterAdding = (staff: StaffSession, to: string) =>
  staff.isStepUpPending ? paths.recoveryCodes(to) : paths.setUpSecondStep(to);
