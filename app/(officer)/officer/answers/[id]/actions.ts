"use server";

import { notFound, redirect } from "next/navigation";
import { publishAnswer, reviewAnswer, reviseAnswer } from "@/lib/answers/answer.commands";
import { answerInput, answerVersionInput } from "@/lib/answers/answer.schema";
import { getPerson } from "@/lib/auth/current-session";
import { NotFound, RuleViolation, userMessage } from "@/lib/errors";
import { type FormState, fieldErrors, isId, submittedValues } from "@/lib/forms/old-form-state";
import type { Person } from "@/lib/people/person.policy";
import { paths } from "@/lib/routes";

export async function reviseAnswerAction(id: unknown, _state: FormState, form: FormData): Promise<FormState> {
  if (!isId(id)) notFound();
  const values = submittedValues(form);
  const parsed = answerInput.safeParse(values);
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values };
  return runCommand(id, form, (person, version) => reviseAnswer(person, id, version, parsed.data));
}

export async function reviewAnswerAction(id: unknown, _state: FormState, form: FormData): Promise<FormState> {
  if (!isId(id)) notFound();
  const shouldPublish = form.get("step") === "publish";
  return runCommand(id, form, (person, version) => reviewAnswer(person, id, version, shouldPublish));
}

export async function publishAnswerAction(id: unknown, _state: FormState, form: FormData): Promise<FormState> {
  if (!isId(id)) notFound();
  return runCommand(id, form, (person, version) => publishAnswer(person, id, version));
}

type AnswerCommand = (person: Person, version: number) => Promise<void>;

async function runCommand(id: string, form: FormData, command: AnswerCommand): Promise<FormState> {
  const version = answerVersionInput.safeParse(form.get("version"));
  if (!version.success) notFound();
  try {
    await command(await getPerson(), version.data);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    const field = error instanceof RuleViolation ? error.field : "form";
    return { errors: { [field]: userMessage(error) }, values: submittedValues(form) };
  }
  redirect(paths.answer(id));
}
