"use server";

import { notFound, redirect } from "next/navigation";
import { getPerson } from "@/lib/auth/current-session";
import { locationInput } from "@/lib/comments/comment.schema";
import { correctLocation } from "@/lib/comments/location.commands";
import { NotFound, RuleViolation, userMessage } from "@/lib/errors";
import { type FormState, fieldErrors, isId, submittedValues } from "@/lib/forms/old-form-state";
import { paths } from "@/lib/routes";

export async function sendLocation(id: unknown, _before: FormState, form: FormData): Promise<FormState> {
  if (!isId(id)) notFound();
  const values = submittedValues(form);
  const parsed = locationInput.safeParse(values);
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values };
  try {
    await correctLocation(await getPerson(), id, parsed.data);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    const field = error instanceof RuleViolation ? error.field : "form";
    return { errors: { [field]: userMessage(error) }, values };
  }
  redirect(paths.myData);
}
