"use server";

import { notFound, redirect } from "next/navigation";
import { saveSentForm } from "@/lib/auth/cookies";
import { getPerson, startReceiptSession } from "@/lib/auth/current-session";
import { getClientKey } from "@/lib/auth/request-client";
import { NotFound, userMessage } from "@/lib/errors";
import { type FormState, fieldErrors, isId, submittedValues } from "@/lib/forms/old-form-state";
import { reportComment } from "@/lib/moderation/reports/report.commands";
import { reportInput } from "@/lib/moderation/reports/report.schema";
import { paths } from "@/lib/routes";

/** Takes a report, and goes on to what was reported; somebody new is given their code first. */
export async function sendReport(slug: unknown, _before: FormState, form: FormData): Promise<FormState> {
  if (!isId(slug)) notFound();
  const values = submittedValues(form);
  const parsed = reportInput.safeParse(values);
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values };
  let isNew = false;
  try {
    const { participantId, receipt } = await reportComment(await getPerson(), slug, parsed.data, await getClientKey());
    if (receipt && parsed.data.formId) {
      await startReceiptSession(participantId);
      await saveSentForm(parsed.data.formId);
      isNew = true;
    }
  } catch (error) {
    if (error instanceof NotFound) notFound();
    return { errors: { form: userMessage(error) }, values };
  }
  redirect(isNew ? paths.reportSent : paths.reports);
}
