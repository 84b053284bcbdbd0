"use server";

import { notFound, redirect } from "next/navigation";
import { closeAnswers } from "@/lib/answers/closing/commands";
import { markSeen } from "@/lib/answers/desk/commands";
import { NotFound, shownMessage } from "@/lib/errors";
import type { FormState } from "@/lib/form-state";
import { isId, typedId } from "@/lib/form-state";
import { paths } from "@/lib/paths";
import { getPerson } from "@/lib/session";

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
