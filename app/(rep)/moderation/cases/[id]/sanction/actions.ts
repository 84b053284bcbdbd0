"use server";

import { notFound, redirect } from "next/navigation";
import { getPerson } from "@/lib/auth/current-session";
import { NotFound, Refused, shownMessage } from "@/lib/errors";
import { type FormState, fieldErrors, isId, typedValues } from "@/lib/forms/form-state";
import { sanction } from "@/lib/moderation/sanctions/sanction.commands";
import { sanctionInput } from "@/lib/moderation/sanctions/sanction.schema";
import { paths } from "@/lib/routes";

export async function giveSanction(caseId: unknown, _before: FormState, form: FormData): Promise<FormState> {
  if (!isId(caseId)) notFound();
  const values = typedValues(form);
  const parsed = sanctionInput.safeParse(values);
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values };
  try {
    await sanction(await getPerson(), caseId, parsed.data);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    return { errors: { [error instanceof Refused ? error.field : "form"]: shownMessage(error) }, values };
  }
  redirect(paths.case(caseId));
}
