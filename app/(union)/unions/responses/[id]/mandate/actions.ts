"use server";

import { notFound, redirect } from "next/navigation";
import type { DraftFormState } from "@/app/(union)/unions/responses/[id]/draft-form-state";
import { getPerson } from "@/lib/auth/current-session";
import { NotFound, userMessage } from "@/lib/errors";
import { fieldErrors, isId, submittedValues } from "@/lib/forms/form-state";
import { paths } from "@/lib/routes";
import { type SaveResult, saveMandate } from "@/lib/unions/responses/collective-response.commands";
import { mandateInput } from "@/lib/unions/responses/collective-response.schema";
import { type Mandate, mandateText } from "@/lib/unions/responses/mandate.rules";
import { diffSideBySide } from "@/lib/unions/responses/side-by-side-diff";

export async function saveMandateAction(id: unknown, _state: DraftFormState, form: FormData): Promise<DraftFormState> {
  if (!isId(id)) notFound();
  const values = submittedValues(form);
  const parsed = mandateInput.safeParse(values);
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values };
  let outcome: SaveResult<Mandate | null>;
  try {
    outcome = await saveMandate(await getPerson(), id, parsed.data);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    return { errors: { form: userMessage(error) }, values };
  }
  if (outcome.saved) redirect(paths.responseDraft(id));
  const { by, current, version } = outcome;
  const { left, right } = diffSideBySide(current ? mandateText(current) : "", mandateText(parsed.data));
  const message = `${by} saved the mandate while you wrote. Yours is kept. Compare the two, then save what is right.`;
  return { errors: { form: message }, values, conflict: { by, current: left, submitted: right, version } };
}
