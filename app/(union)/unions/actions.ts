"use server";

import { notFound, redirect } from "next/navigation";
import { getPerson } from "@/lib/auth/current-session";
import { NotFound, Refused, shownMessage } from "@/lib/errors";
import { type FormState, fieldErrors, typedValues } from "@/lib/forms/form-state";
import { paths } from "@/lib/routes";
import { startResponse } from "@/lib/unions/responses/collective-response.commands";
import { startInput } from "@/lib/unions/responses/collective-response.schema";

export async function start(_before: FormState, form: FormData): Promise<FormState> {
  const values = typedValues(form);
  const parsed = startInput.safeParse(values);
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values };
  let started: { id: string };
  try {
    started = await startResponse(await getPerson(), parsed.data);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    const field = error instanceof Refused ? error.field : "form";
    return { errors: { [field]: shownMessage(error) }, values };
  }
  redirect(paths.draft(started.id));
}
