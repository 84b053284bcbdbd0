"use server";

import { redirect } from "next/navigation";
import { getPerson } from "@/lib/auth/current-session";
import { NotFound, RuleViolation, userMessage } from "@/lib/errors";
import { type FormState, fieldErrors, submittedValues } from "@/lib/forms/old-form-state";
import { paths } from "@/lib/routes";
import { startMeetingRecord } from "@/lib/unions/meetings/meeting-record.commands";
import { meetingRecordInput } from "@/lib/unions/meetings/meeting-record.schema";

export async function startRecordAction(_state: FormState, form: FormData): Promise<FormState> {
  const values = submittedValues(form);
  const parsed = meetingRecordInput.safeParse(values);
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values };
  let started: { id: string };
  try {
    started = await startMeetingRecord(await getPerson(), parsed.data);
  } catch (error) {
    if (error instanceof NotFound)
      return { errors: { strategy: "You are not a rep there. Choose another strategy." }, values };
    const field = error instanceof RuleViolation ? error.field : "form";
    return { errors: { [field]: userMessage(error) }, values };
  }
  redirect(paths.meeting(started.id));
}
