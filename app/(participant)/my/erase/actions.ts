"use server";

import { redirect } from "next/navigation";
import { endSession, getPerson } from "@/lib/auth/current-session";
import { NotFound, userMessage } from "@/lib/errors";
import type { FormState } from "@/lib/forms/old-form-state";
import { erasePerson } from "@/lib/people/privacy/erasure.commands";
import { paths } from "@/lib/routes";

/** Erases whoever asks, and signs the browser out. Pressed twice, the second finds it done. */
export async function erasePersonAction(_before: FormState, _form: FormData): Promise<FormState> {
  try {
    await erasePerson(await getPerson());
  } catch (error) {
    if (!(error instanceof NotFound)) return { errors: { form: userMessage(error) }, values: {} };
  }
  await endSession();
  redirect(paths.erased);
}
