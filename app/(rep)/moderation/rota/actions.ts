"use server";

import { notFound, redirect } from "next/navigation";
import { getPerson } from "@/lib/auth/current-session";
import { NotFound, Refused, shownMessage } from "@/lib/errors";
import { type FormState, fieldErrors, typedValues } from "@/lib/forms/form-state";
import { addAbsence, endAbsence, setTurn } from "@/lib/moderation/rota/rota.commands";
import { absenceInput, turnInput } from "@/lib/moderation/rota/rota.schema";
import { paths } from "@/lib/routes";

export async function takeTurn(form: FormData): Promise<void> {
  const parsed = turnInput.safeParse(typedValues(form));
  if (!parsed.success) notFound();
  try {
    await setTurn(await getPerson(), parsed.data);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
  redirect(paths.rota);
}

export async function sayAway(_before: FormState, form: FormData): Promise<FormState> {
  const values = typedValues(form);
  const parsed = absenceInput.safeParse(values);
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values };
  try {
    await addAbsence(await getPerson(), parsed.data);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    return { errors: { [error instanceof Refused ? error.field : "form"]: shownMessage(error) }, values };
  }
  redirect(paths.rota);
}

export async function sayBack(form: FormData): Promise<void> {
  try {
    await endAbsence(await getPerson(), String(form.get("absence")));
  } catch (error) {
    if (!(error instanceof NotFound)) throw error; // it is gone already
  }
  redirect(paths.rota);
}
