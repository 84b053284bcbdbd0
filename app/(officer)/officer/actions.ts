"use server";

import { notFound, redirect } from "next/navigation";
import { closeAnswers } from "@/lib/answers/closure.commands";
import { recordDeskVisit } from "@/lib/answers/desk-visit.commands";
import { getPerson } from "@/lib/auth/current-session";
import { NotFound, userMessage } from "@/lib/errors";
import type { FormState } from "@/lib/forms/old-form-state";
import { isId, submittedId } from "@/lib/forms/old-form-state";
import { paths } from "@/lib/routes";

export async function recordDeskVisitAction(form: FormData): Promise<void> {
  try {
    await recordDeskVisit(await getPerson(), submittedId(form, "body"));
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
  redirect(paths.officer);
}

export async function closeAnswersAction(strategy: unknown, _state: FormState): Promise<FormState> {
  if (!isId(strategy)) notFound();
  try {
    await closeAnswers(await getPerson(), strategy);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    return { errors: { form: userMessage(error) }, values: {} };
  }
  redirect(paths.answers(strategy));
}
