"use server";

import { redirect } from "next/navigation";
import { NotFound, shownMessage } from "@/lib/errors";
import type { FormState } from "@/lib/form-state";
import { paths } from "@/lib/paths";
import { eraseMe } from "@/lib/people/data/commands";
import { endSession, getPerson } from "@/lib/session";

/** Erases whoever asks, and signs the browser out. Pressed twice, the second finds it done. */
export async function erase(_before: FormState, _form: FormData): Promise<FormState> {
  try {
    await eraseMe(await getPerson());
  } catch (error) {
    if (!(error instanceof NotFound)) return { errors: { form: shownMessage(error) }, values: {} };
  }
  await endSession();
  redirect(paths.erased);
}
