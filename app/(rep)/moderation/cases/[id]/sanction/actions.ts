"use server";

import { notFound, redirect } from "next/navigation";
import { getPerson } from "@/lib/auth/current-session";
import { NotFound, RuleViolation, userMessage } from "@/lib/errors";
import { type FormState, fieldErrors, isId, submittedValues } from "@/lib/forms/old-form-state";
import { imposeSanction } from "@/lib/moderation/sanctions/sanction.commands";
import { sanctionInput } from "@/lib/moderation/sanctions/sanction.schema";
import { paths } from "@/lib/routes";

export async function submitSanction(caseId: unknown, _before: FormState, form: FormData): Promise<FormState> {
  if (!isId(caseId)) notFound();
  const values = submittedValues(form);
  const parsed = sanctionInput.safeParse(values);
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values };
  try {
    await imposeSanction(await getPerson(), caseId, parsed.data);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    return { errors: { [error instanceof RuleViolation ? error.field : "form"]: userMessage(error) }, values };
  }
  redirect(paths.case(caseId));
}
