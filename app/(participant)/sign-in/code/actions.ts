"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { getBrowserToken, startAccountSession } from "@/lib/auth/current-session";
import { consumeSignIn } from "@/lib/auth/sign-in.commands";
import { type FormState, fieldErrors, typedValues } from "@/lib/forms/form-state";
import { code } from "@/lib/people/credential.schema";

const codeForm = z.object({ code });
const over = "This code is too old, was used, or was tried too often. Ask for a new one.";

/** Signs in by the code of the mail. */
export async function enterCode(_before: FormState, form: FormData): Promise<FormState> {
  const values = typedValues(form);
  const parsed = codeForm.safeParse(values);
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values };
  const browserToken = await getBrowserToken();
  const result = browserToken ? await consumeSignIn(parsed.data, browserToken) : "over";
  if (result === "wrong")
    return { errors: { code: "This is not the code of our newest mail. Check each figure." }, values };
  if (result === "over") return { errors: { code: over }, values };
  redirect(await startAccountSession(result.accountId, result.goTo));
}
