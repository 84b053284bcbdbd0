"use server";

import { notFound, redirect } from "next/navigation";
import { getPerson } from "@/lib/auth/current-session";
import { NotFound, RuleViolation, userMessage } from "@/lib/errors";
import { type FormState, fieldErrors, isId, submittedValues } from "@/lib/forms/old-form-state";
import { paths } from "@/lib/routes";
import { publishResponse } from "@/lib/unions/responses/collective-response.commands";
import { publishResponseInput } from "@/lib/unions/responses/collective-response.schema";

export async function publishResponseAction(id: unknown, _state: FormState, form: FormData): Promise<FormState> {
  if (!isId(id)) notFound();
  const values = submittedValues(form);
  const parsed = publishResponseInput.safeParse(values);
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values };
  try {
    await publishResponse(await getPerson(), id, parsed.data);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    const field = error instanceof RuleViolation ? error.field : "form";
    return { errors: { [field]: userMessage(error) }, values };
  }
  redirect(paths.responseDraft(id));
}
