"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { getBrowserToken, startAccountSession } from "@/lib/auth/current-session";
import { completeSignIn } from "@/lib/auth/sign-in.commands";
import { type FormState, fieldErrors, submittedValues } from "@/lib/forms/old-form-state";
import { oneTimeCode } from "@/lib/people/credential.schema";

const codeForm = z.object({ code: oneTimeCode });
const expiredMessage = "This code is too old, was used, or was tried too often. Ask for a new one.";

/** Signs in by the code of the mail. */
export async function signInByCode(_before: FormState, form: FormData): Promise<FormState> {
  const values = submittedValues(form);
  const parsed = codeForm.safeParse(values);
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values };
  const browserToken = await getBrowserToken();
  const result = browserToken ? await completeSignIn(parsed.data, browserToken) : "expired";
  if (result === "wrong")
    return { errors: { code: "This is not the code of our newest mail. Check each figure." }, values };
  if (result === "expired") return { errors: { code: expiredMessage }, values };
  redirect(await startAccountSession(result.accountId, result.goTo));
}
