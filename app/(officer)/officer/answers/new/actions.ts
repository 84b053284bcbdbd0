"use server";

import { notFound, redirect } from "next/navigation";
import { createAnswer } from "@/lib/answers/answer.commands";
import { answerInput, sourceInput } from "@/lib/answers/answer.schema";
import { getPerson } from "@/lib/auth/current-session";
import { NotFound, RuleViolation, userMessage } from "@/lib/errors";
import { type FormState, fieldErrors, submittedValues } from "@/lib/forms/old-form-state";
import { paths } from "@/lib/routes";

export async function createAnswerAction(sourceParams: unknown, _state: FormState, form: FormData): Promise<FormState> {
  const values = submittedValues(form);
  const source = sourceInput.safeParse(sourceParams);
  if (!source.success) notFound();
  const parsed = answerInput.safeParse(values);
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values };
  let id: string;
  try {
    id = await createAnswer(await getPerson(), source.data, parsed.data);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    const field = error instanceof RuleViolation ? error.field : "form";
    return { errors: { [field]: userMessage(error) }, values };
  }
  redirect(paths.answer(id));
}
