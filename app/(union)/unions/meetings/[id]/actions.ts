"use server";

import { notFound, redirect } from "next/navigation";
import { getPerson } from "@/lib/auth/current-session";
import { NotFound, Refused, shownMessage } from "@/lib/errors";
import { type FormState, fieldErrors, isId, typedValues } from "@/lib/forms/form-state";
import { paths } from "@/lib/routes";
import { closeRecord, takeDown } from "@/lib/unions/meetings/meeting-record.commands";
import { entryInput } from "@/lib/unions/meetings/meeting-record.schema";

/** Takes one down, and opens the form for the next with the same section and district chosen. */
export async function write(id: unknown, _before: FormState, form: FormData): Promise<FormState> {
  if (!isId(id)) notFound();
  const values = typedValues(form);
  const parsed = entryInput.safeParse(values);
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values };
  let taken: { number: number };
  try {
    taken = await takeDown(await getPerson(), id, parsed.data);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    const field = error instanceof Refused ? error.field : "form";
    return { errors: { [field]: shownMessage(error) }, values };
  }
  const { section, district } = parsed.data;
  const next = new URLSearchParams({ last: String(taken.number), section: String(section), district: district ?? "" });
  redirect(`${paths.meeting(id)}?${next}`);
}

export async function close(id: unknown): Promise<void> {
  if (!isId(id)) notFound();
  try {
    await closeRecord(await getPerson(), id);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
  redirect(paths.meeting(id));
}
