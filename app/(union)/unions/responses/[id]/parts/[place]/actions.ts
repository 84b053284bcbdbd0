"use server";

import { notFound, redirect } from "next/navigation";
import type { DraftFormState } from "@/app/(union)/unions/responses/[id]/draft-form-state";
import { getPerson } from "@/lib/auth/current-session";
import { NotFound, shownMessage } from "@/lib/errors";
import { fieldErrors, isId, typedValues } from "@/lib/forms/form-state";
import { paths } from "@/lib/routes";
import { type Saved, savePart } from "@/lib/unions/responses/collective-response.commands";
import { partInput } from "@/lib/unions/responses/collective-response.schema";
import { sideBySide } from "@/lib/unions/responses/side-by-side-diff";

export async function writePart(
  id: unknown,
  place: unknown,
  _before: DraftFormState,
  form: FormData,
): Promise<DraftFormState> {
  if (!isId(id) || !isId(place)) notFound();
  const values = typedValues(form);
  const parsed = partInput.safeParse(values);
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values };
  let outcome: Saved<string>;
  try {
    outcome = await savePart(await getPerson(), id, place, parsed.data);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    return { errors: { form: shownMessage(error) }, values };
  }
  if (outcome.saved) redirect(paths.draft(id));
  const { by, theirs, version } = outcome;
  const { left, right } = sideBySide(theirs, parsed.data.text);
  const message = `${by} saved this part while you wrote. Yours is kept. Compare the two, then save what is right.`;
  return { errors: { form: message }, values, both: { by, theirs: left, mine: right, version } };
}
