"use server";

import { notFound, redirect } from "next/navigation";
import { NotFound, Refused, shownMessage } from "@/lib/errors";
import { type FormState, fieldErrors, typedValues } from "@/lib/form-state";
import { decide } from "@/lib/moderation/decisions/commands";
import { decisionInput } from "@/lib/moderation/decisions/schema";
import { paths } from "@/lib/paths";
import { getPerson } from "@/lib/session";

export async function decideCase(caseId: string, _before: FormState, form: FormData): Promise<FormState> {
  const values = typedValues(form);
  const parsed = decisionInput.safeParse(values);
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values };
  try {
    await decide(await getPerson(), caseId, parsed.data);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    const field = error instanceof Refused ? error.field : "form";
    return { errors: { [field]: shownMessage(error) }, values };
  }
  redirect(paths.moderation);
}
