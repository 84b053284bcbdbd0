"use server";

import { notFound, redirect } from "next/navigation";
import { getPerson } from "@/lib/auth/current-session";
import { NotFound, RuleViolation, userMessage } from "@/lib/errors";
import { type FormState, fieldErrors, submittedValues } from "@/lib/forms/old-form-state";
import { paths } from "@/lib/routes";
import { startResponse } from "@/lib/unions/responses/collective-response.commands";
import { startResponseInput } from "@/lib/unions/responses/collective-response.schema";

export async function startResponseAction(_state: FormState, form: FormData): Promise<FormState> {
  const values = submittedValues(form);
  const parsed = startResponseInput.safeParse(values);
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values };
  let started: { id: string };
  try {
    started = await startResponse(await getPerson(), parsed.data);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    const field = error instanceof RuleViolation ? error.field : "form";
    return { errors: { [field]: userMessage(error) }, values };
  }
  redirect(paths.responseDraft(started.id));
}
