"use server";

import { notFound, redirect } from "next/navigation";
import { closeAnswers } from "@/lib/answers/closure.commands";
import { markSeen } from "@/lib/answers/desk-visit.commands";
import { getPerson } from "@/lib/auth/current-session";
import { NotFound, shownMessage } from "@/lib/errors";
import type { FormState } from "@/lib/forms/form-state";
import { isId, typedId } from "@/lib/forms/form-state";
import { paths } from "@/lib/routes";

export async function sayAllSeen(form: FormData): Promise<void> {
  try {
    await markSeen(await getPerson(), typedId(form, "body"));
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
  redirect(paths.officer);
}

export async function sayComplete(strategy: unknown, _before: FormState): Promise<FormState> {
  if (!isId(strategy)) notFound();
  try {
    await closeAnswers(await getPerson(), strategy);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    return { errors: { form: shownMessage(error) }, values: {} };
  }
  redirect(paths.answers(strategy));
}
