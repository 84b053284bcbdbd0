"use server";

import { redirect } from "next/navigation";
import { getPerson } from "@/lib/auth/current-session";
import { NotFound, Refused, shownMessage } from "@/lib/errors";
import { type FormState, fieldErrors, typedValues } from "@/lib/forms/form-state";
import { paths } from "@/lib/routes";
import { startRecord } from "@/lib/unions/meetings/meeting-record.commands";
import { meetingInput } from "@/lib/unions/meetings/meeting-record.schema";

export async function begin(_before: FormState, form: FormData): Promise<FormState> {
  const values = typedValues(form);
  const parsed = meetingInput.safeParse(values);
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values };
  let begun: { id: string };
  try {
    begun = await startRecord(await getPerson(), parsed.data);
  } catch (error) {
    if (error instanceof NotFound)
      return { errors: { strategy: "You are not a rep there. Choose another strategy." }, values };
    const field = error instanceof Refused ? error.field : "form";
    return { errors: { [field]: shownMessage(error) }, values };
  }
  redirect(paths.meeting(begun.id));
}
