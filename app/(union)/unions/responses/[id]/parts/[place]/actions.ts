"use server";

import { notFound, redirect } from "next/navigation";
import type { DraftFormState } from "@/app/(union)/unions/responses/[id]/draft-form-state";
import { getPerson } from "@/lib/auth/current-session";
import { NotFound, userMessage } from "@/lib/errors";
import { fieldErrors, isId, submittedValues } from "@/lib/forms/form-state";
import { paths } from "@/lib/routes";
import { type SaveResult, saveResponsePart } from "@/lib/unions/responses/collective-response.commands";
import { responsePartInput } from "@/lib/unions/responses/collective-response.schema";
import { diffSideBySide } from "@/lib/unions/responses/side-by-side-diff";

export async function savePartAction(
  id: unknown,
  partKey: unknown,
  _state: DraftFormState,
  form: FormData,
): Promise<DraftFormState> {
  if (!isId(id) || !isId(partKey)) notFound();
  const values = submittedValues(form);
  const parsed = responsePartInput.safeParse(values);
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values };
  let outcome: SaveResult<string>;
  try {
    outcome = await saveResponsePart(await getPerson(), id, partKey, parsed.data);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    return { errors: { form: userMessage(error) }, values };
  }
  if (outcome.saved) redirect(paths.responseDraft(id));
  const { by, current, version } = outcome;
  const { left, right } = diffSideBySide(current, parsed.data.text);
  const message = `${by} saved this part while you wrote. Yours is kept. Compare the two, then save what is right.`;
  return { errors: { form: message }, values, conflict: { by, current: left, submitted: right, version } };
}
