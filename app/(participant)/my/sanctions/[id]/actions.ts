"use server";

import { notFound, redirect } from "next/navigation";
import { getPerson } from "@/lib/auth/current-session";
import { NotFound, userMessage } from "@/lib/errors";
import { type FormState, fieldErrors, isId, submittedValues } from "@/lib/forms/old-form-state";
import { submitSanctionAppeal } from "@/lib/moderation/sanctions/appeal.commands";
import { appealInput } from "@/lib/moderation/sanctions/appeal.schema";
import { acknowledgeWarning } from "@/lib/moderation/sanctions/sanction.commands";
import { paths } from "@/lib/routes";

export async function sendSanctionAppeal(id: unknown, _before: FormState, form: FormData): Promise<FormState> {
  if (!isId(id)) notFound();
  const values = submittedValues(form);
  const parsed = appealInput.safeParse(values);
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values };
  try {
    await submitSanctionAppeal(await getPerson(), id, parsed.data);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    return { errors: { form: userMessage(error) }, values };
  }
  redirect(paths.mySanction(id));
}

export async function acknowledgeWarningAction(id: unknown): Promise<void> {
  if (!isId(id)) notFound();
  try {
    await acknowledgeWarning(await getPerson(), id);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
  redirect(paths.mySanction(id));
}
