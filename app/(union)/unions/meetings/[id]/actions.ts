"use server";

import { notFound, redirect } from "next/navigation";
import { getPerson } from "@/lib/auth/current-session";
import { NotFound, RuleViolation, userMessage } from "@/lib/errors";
import { type FormState, fieldErrors, isId, submittedValues } from "@/lib/forms/old-form-state";
import { paths } from "@/lib/routes";
import { recordMeetingEntry } from "@/lib/unions/meetings/meeting-entry.commands";
import { closeMeetingRecord } from "@/lib/unions/meetings/meeting-record.commands";
import { meetingEntryInput } from "@/lib/unions/meetings/meeting-record.schema";

/** Takes one down, and opens the form for the next with the same section and district chosen. */
export async function recordEntryAction(id: unknown, _state: FormState, form: FormData): Promise<FormState> {
  if (!isId(id)) notFound();
  const values = submittedValues(form);
  const parsed = meetingEntryInput.safeParse(values);
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values };
  let entry: { number: number };
  try {
    entry = await recordMeetingEntry(await getPerson(), id, parsed.data);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    const field = error instanceof RuleViolation ? error.field : "form";
    return { errors: { [field]: userMessage(error) }, values };
  }
  const { section, district } = parsed.data;
  const next = new URLSearchParams({ last: String(entry.number), section: String(section), district: district ?? "" });
  redirect(`${paths.meeting(id)}?${next}`);
}

export async function closeRecordAction(id: unknown): Promise<void> {
  if (!isId(id)) notFound();
  try {
    await closeMeetingRecord(await getPerson(), id);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
  redirect(paths.meeting(id));
}
