"use server";

import { notFound, redirect } from "next/navigation";
import { getClient, getPerson, keepSentForm, startReceiptSession } from "@/lib/auth/current-session";
import { NotFound, shownMessage } from "@/lib/errors";
import { type FormState, fieldErrors, isId, typedValues } from "@/lib/forms/form-state";
import { report } from "@/lib/moderation/reports/report.commands";
import { flagInput } from "@/lib/moderation/reports/report.schema";
import { paths } from "@/lib/routes";

/** Takes a report, and goes on to what was reported; somebody new is given their code first. */
export async function sendReport(slug: unknown, _before: FormState, form: FormData): Promise<FormState> {
  if (!isId(slug)) notFound();
  const values = typedValues(form);
  const parsed = flagInput.safeParse(values);
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values };
  let isNew = false;
  try {
    const { participantId, receipt } = await report(await getPerson(), slug, parsed.data, await getClient());
    if (receipt && parsed.data.formId) {
      await startReceiptSession(participantId);
      await keepSentForm(parsed.data.formId);
      isNew = true;
    }
  } catch (error) {
    if (error instanceof NotFound) notFound();
    return { errors: { form: shownMessage(error) }, values };
  }
  redirect(isNew ? paths.reported : paths.reports);
}
