"use server";

import { notFound, redirect } from "next/navigation";
import { publishAnswer, reviewAnswer, reviseAnswer } from "@/lib/answers/answer.commands";
import { answerInput, readVersion } from "@/lib/answers/answer.schema";
import { getPerson } from "@/lib/auth/current-session";
import { NotFound, Refused, shownMessage } from "@/lib/errors";
import { type FormState, fieldErrors, isId, typedValues } from "@/lib/forms/form-state";
import type { Person } from "@/lib/people/person.policy";
import { paths } from "@/lib/routes";

export async function reviseIt(id: unknown, _before: FormState, form: FormData): Promise<FormState> {
  if (!isId(id)) notFound();
  const values = typedValues(form);
  const parsed = answerInput.safeParse(values);
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values };
  return step(id, form, (person, version) => reviseAnswer(person, id, version, parsed.data));
}

export async function reviewIt(id: unknown, _before: FormState, form: FormData): Promise<FormState> {
  if (!isId(id)) notFound();
  const isToPublish = form.get("step") === "publish";
  return step(id, form, (person, version) => reviewAnswer(person, id, version, isToPublish));
}

export async function publishIt(id: unknown, _before: FormState, form: FormData): Promise<FormState> {
  if (!isId(id)) notFound();
  return step(id, form, (person, version) => publishAnswer(person, id, version));
}

type Deed = (person: Person, version: number) => Promise<void>;

async function step(id: string, form: FormData, deed: Deed): Promise<FormState> {
  const version = readVersion.safeParse(form.get("version"));
  if (!version.success) notFound();
  try {
    await deed(await getPerson(), version.data);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    const field = error instanceof Refused ? error.field : "form";
    return { errors: { [field]: shownMessage(error) }, values: typedValues(form) };
  }
  redirect(paths.answer(id));
}
