"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { getClient, keepBrowserToken, startReceiptSession } from "@/lib/auth/current-session";
import { enterReceipt } from "@/lib/auth/session.commands";
import { askToSignIn } from "@/lib/auth/sign-in.commands";
import { localPath } from "@/lib/auth/sign-in.rules";
import { shownMessage } from "@/lib/errors";
import { type FormState, fieldErrors, typedValues } from "@/lib/forms/form-state";
import { email, receipt } from "@/lib/people/credential.schema";
import { paths } from "@/lib/routes";

const to = z.unknown().transform(localPath);
const byEmail = z.object({ email, to });
const byReceipt = z.object({ receipt, to });

/** Asks for a mail with a link and a code. */
export async function askForMail(_before: FormState, form: FormData): Promise<FormState> {
  const values = typedValues(form);
  const parsed = byEmail.safeParse(values);
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values };
  try {
    const browserToken = await keepBrowserToken();
    await askToSignIn({ email: parsed.data.email, browserToken, returnTo: parsed.data.to, client: await getClient() });
  } catch (error) {
    return { errors: { form: shownMessage(error) }, values };
  }
  redirect(paths.signInCode);
}

/** Lets somebody back in by their receipt. */
export async function comeBack(_before: FormState, form: FormData): Promise<FormState> {
  const values = typedValues(form);
  const parsed = byReceipt.safeParse(values);
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values };
  try {
    const participantId = await enterReceipt(parsed.data.receipt, await getClient());
    if (!participantId)
      return { errors: { receipt: "We do not know this receipt. Check each letter and figure." }, values };
    await startReceiptSession(participantId);
  } catch (error) {
    return { errors: { form: shownMessage(error) }, values };
  }
  redirect(parsed.data.to ?? paths.my);
}
