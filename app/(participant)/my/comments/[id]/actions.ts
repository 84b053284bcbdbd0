"use server";

import { notFound, redirect } from "next/navigation";
import { revise } from "@/lib/comments/revising/commands";
import { revisionInput } from "@/lib/comments/schema";
import { NotFound, shownMessage } from "@/lib/errors";
import { type FormState, fieldErrors, typedValues } from "@/lib/form-state";
import { paths } from "@/lib/paths";
import { getPerson } from "@/lib/session";

/** Sends changed words to wait for a rep. */
export async function sendRevision(id: string, _before: FormState, form: FormData): Promise<FormState> {
  const values = typedValues(form);
  const parsed = revisionInput.safeParse(values);
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values };
  try {
    await revise(await getPerson(), id, parsed.data);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    return { errors: { form: shownMessage(error) }, values };
  }
  redirect(paths.my);
}
