"use server";

import { getClient, getPerson } from "@/lib/auth/current-session";
import { withinReceiptTries } from "@/lib/auth/session.commands";
import { shownMessage } from "@/lib/errors";
import { fieldErrors, typedValues } from "@/lib/forms/form-state";
import { complain } from "@/lib/people/complaints/complaint.commands";
import { findComplaint } from "@/lib/people/complaints/complaint.queries";
import { codeInput, complaintInput } from "@/lib/people/complaints/complaint.schema";
import type { CodeFormState, ComplaintFormState } from "./form-state";

/** Takes a complaint, and shows on the same page when it must be answered. */
export async function sendComplaint(_before: ComplaintFormState, form: FormData): Promise<ComplaintFormState> {
  const values = typedValues(form);
  const parsed = complaintInput.safeParse(values);
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values, sent: null };
  try {
    return { errors: {}, values: {}, sent: await complain(await getPerson(), parsed.data, await getClient()) };
  } catch (error) {
    return { errors: { form: shownMessage(error) }, values, sent: null };
  }
}

/** Shows the complaint of a code. The code goes into no address. */
export async function lookUp(_before: CodeFormState, form: FormData): Promise<CodeFormState> {
  const values = typedValues(form);
  const parsed = codeInput.safeParse(values);
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values, found: null };
  try {
    await withinReceiptTries(await getClient());
  } catch (error) {
    return { errors: { form: shownMessage(error) }, values, found: null };
  }
  const found = await findComplaint(parsed.data.code);
  if (found) return { errors: {}, values: {}, found };
  return { errors: { code: "We do not know this code. Check each letter and figure." }, values, found: null };
}
