"use server";

import { notFound, redirect } from "next/navigation";
import { getPerson } from "@/lib/auth/current-session";
import { NotFound, shownMessage } from "@/lib/errors";
import { type FormState, fieldErrors, isId, typedValues } from "@/lib/forms/form-state";
import { answerOpening, askToOpen, showOriginal } from "@/lib/moderation/originals/access-request.commands";
import { answerInput, askInput } from "@/lib/moderation/originals/access-request.schema";
import { paths } from "@/lib/routes";

/** The text is in the answer to the press of the button alone: no address leads to it. */
export type ShownState = FormState & { text: string | null };

export async function ask(id: unknown, _before: FormState, form: FormData): Promise<FormState> {
  if (!isId(id)) notFound();
  const values = typedValues(form);
  const parsed = askInput.safeParse(values);
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values };
  const problem = await attempt(async () => askToOpen(await getPerson(), id, parsed.data));
  if (problem) return { errors: { form: problem }, values };
  redirect(paths.original(id));
}

export async function answer(id: unknown, opening: unknown, _before: FormState, form: FormData): Promise<FormState> {
  if (!isId(id) || !isId(opening)) notFound();
  const parsed = answerInput.safeParse(typedValues(form));
  if (!parsed.success) return { errors: { form: fieldErrors(parsed.error).answer }, values: {} };
  const isAgreed = parsed.data.answer === "agree";
  const problem = await attempt(async () => answerOpening(await getPerson(), id, opening, isAgreed));
  if (problem) return { errors: { form: problem }, values: {} };
  redirect(paths.original(id));
}

export async function show(id: unknown, opening: unknown): Promise<ShownState> {
  if (!isId(id) || !isId(opening)) notFound();
  let text: string | null = null;
  const problem = await attempt(async () => {
    text = await showOriginal(await getPerson(), id, opening);
  });
  return { errors: problem ? { form: problem } : {}, values: {}, text };
}

/** @returns what was wrong, in words; null when it was done */
async function attempt(deed: () => Promise<void>): Promise<string | null> {
  try {
    await deed();
    return null;
  } catch (error) {
    if (error instanceof NotFound) notFound();
    return shownMessage(error);
  }
}
