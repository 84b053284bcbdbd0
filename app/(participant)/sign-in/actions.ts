"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { ensureBrowserToken, getClientKey, startReceiptSession } from "@/lib/auth/current-session";
import { redeemReceipt } from "@/lib/auth/session.commands";
import { requestSignIn } from "@/lib/auth/sign-in.commands";
import { userMessage } from "@/lib/errors";
import { type FormState, fieldErrors, submittedValues } from "@/lib/forms/old-form-state";
import { email, receiptCode } from "@/lib/people/credential.schema";
import { localPath, paths } from "@/lib/routes";

const to = z.unknown().transform(localPath);
const byEmail = z.object({ email, to });
const byReceipt = z.object({ receipt: receiptCode, to });

/** Asks for a mail with a link and a code. */
export async function requestSignInMail(_before: FormState, form: FormData): Promise<FormState> {
  const values = submittedValues(form);
  const parsed = byEmail.safeParse(values);
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values };
  try {
    const browserToken = await ensureBrowserToken();
    await requestSignIn({
      email: parsed.data.email,
      browserToken,
      returnTo: parsed.data.to,
      client: await getClientKey(),
    });
  } catch (error) {
    return { errors: { form: userMessage(error) }, values };
  }
  redirect(paths.signInCode);
}

/** Lets somebody back in by their receipt. */
export async function signInByReceipt(_before: FormState, form: FormData): Promise<FormState> {
  const values = submittedValues(form);
  const parsed = byReceipt.safeParse(values);
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values };
  try {
    const participantId = await redeemReceipt(parsed.data.receipt, await getClientKey());
    if (!participantId)
      return { errors: { receipt: "We do not know this receipt. Check each letter and figure." }, values };
    await startReceiptSession(participantId);
  } catch (error) {
    return { errors: { form: userMessage(error) }, values };
  }
  redirect(parsed.data.to ?? paths.my);
}
