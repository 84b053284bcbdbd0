"use server";

import { notFound, redirect } from "next/navigation";
import { getPerson } from "@/lib/auth/current-session";
import { NotFound, userMessage } from "@/lib/errors";
import { type FormState, fieldErrors, isId, submittedValues } from "@/lib/forms/old-form-state";
import { submitAppeal } from "@/lib/moderation/sanctions/appeal.commands";
import { appealInput } from "@/lib/moderation/sanctions/appeal.schema";
import { paths } from "@/lib/routes";

export async function sendAppeal(id: unknown, _before: FormState, form: FormData): Promise<FormState> {
  if (!isId(id)) notFound();
  const values = submittedValues(form);
  const parsed = appealInput.safeParse(values);
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values };
  try {
    await submitAppeal(await getPerson(), id, parsed.data);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    return { errors: { form: userMessage(error) }, values };
  }
  redirect(paths.appeal(id));
}
