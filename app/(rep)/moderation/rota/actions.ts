"use server";

import { notFound, redirect } from "next/navigation";
import { getPerson } from "@/lib/auth/current-session";
import { NotFound, RuleViolation, userMessage } from "@/lib/errors";
import { type FormState, fieldErrors, submittedValues } from "@/lib/forms/old-form-state";
import { addAbsence, cancelAbsence } from "@/lib/moderation/rota/absence.commands";
import { setShift } from "@/lib/moderation/rota/rota.commands";
import { absenceInput, shiftInput } from "@/lib/moderation/rota/rota.schema";
import { paths } from "@/lib/routes";

export async function submitShift(form: FormData): Promise<void> {
  const parsed = shiftInput.safeParse(submittedValues(form));
  if (!parsed.success) notFound();
  try {
    await setShift(await getPerson(), parsed.data);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
  redirect(paths.rota);
}

export async function submitAbsence(_before: FormState, form: FormData): Promise<FormState> {
  const values = submittedValues(form);
  const parsed = absenceInput.safeParse(values);
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values };
  try {
    await addAbsence(await getPerson(), parsed.data);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    return { errors: { [error instanceof RuleViolation ? error.field : "form"]: userMessage(error) }, values };
  }
  redirect(paths.rota);
}

export async function removeAbsence(form: FormData): Promise<void> {
  try {
    await cancelAbsence(await getPerson(), String(form.get("absence")));
  } catch (error) {
    if (!(error instanceof NotFound)) throw error; // it is gone already
  }
  redirect(paths.rota);
}
