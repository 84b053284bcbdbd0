"use server";

import { notFound, redirect } from "next/navigation";
import type { DraftFormState } from "@/app/(union)/unions/responses/[id]/draft-form-state";
import { getPerson } from "@/lib/auth/current-session";
import { NotFound, shownMessage } from "@/lib/errors";
import { fieldErrors, isId, typedValues } from "@/lib/forms/form-state";
import { paths } from "@/lib/routes";
import { type Saved, saveMandate } from "@/lib/unions/responses/collective-response.commands";
import { mandateInput } from "@/lib/unions/responses/collective-response.schema";
import { type Mandate, mandateText } from "@/lib/unions/responses/mandate.rules";
import { sideBySide } from "@/lib/unions/responses/side-by-side-diff";

export async function writeMandate(id: unknown, _before: DraftFormState, form: FormData): Promise<DraftFormState> {
  if (!isId(id)) notFound();
  const values = typedValues(form);
  const parsed = mandateInput.safeParse(values);
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values };
  let outcome: Saved<Mandate | null>;
  try {
    outcome = await saveMandate(await getPerson(), id, parsed.data);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    return { errors: { form: shownMessage(error) }, values };
  }
  if (outcome.saved) redirect(paths.draft(id));
  const { by, theirs, version } = outcome;
  const { left, right } = sideBySide(theirs ? mandateText(theirs) : "", mandateText(parsed.data));
  const message = `${by} saved the mandate while you wrote. Yours is kept. Compare the two, then save what is right.`;
  return { errors: { form: message }, values, both: { by, theirs: left, mine: right, version } };
}
