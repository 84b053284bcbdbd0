"use server";

import { countReceiptAttempt } from "@/lib/auth/attempt-limits";
import { getClientKey, getPerson } from "@/lib/auth/current-session";
import { userMessage } from "@/lib/errors";
import { fieldErrors, submittedValues } from "@/lib/forms/old-form-state";
import { submitComplaint } from "@/lib/people/complaints/complaint.commands";
import { findComplaintByCode } from "@/lib/people/complaints/complaint.queries";
import { complaintCodeInput, complaintInput } from "@/lib/people/complaints/complaint.schema";
import type { CodeFormState, ComplaintFormState } from "./form-state";

/** Takes a complaint, and shows on the same page when it must be answered. */
export async function sendComplaint(_before: ComplaintFormState, form: FormData): Promise<ComplaintFormState> {
  const values = submittedValues(form);
  const parsed = complaintInput.safeParse(values);
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values, sent: null };
  try {
    return {
      errors: {},
      values: {},
      sent: await submitComplaint(await getPerson(), parsed.data, await getClientKey()),
    };
  } catch (error) {
    return { errors: { form: userMessage(error) }, values, sent: null };
  }
}

/** Shows the complaint of a code. The code goes into no address. */
export async function findComplaintAction(_before: CodeFormState, form: FormData): Promise<CodeFormState> {
  const values = submittedValues(form);
  const parsed = complaintCodeInput.safeParse(values);
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values, found: null };
  try {
    await countReceiptAttempt(await getClientKey());
  } catch (error) {
    return { errors: { form: userMessage(error) }, values, found: null };
  }
  const found = await findComplaintByCode(parsed.data.code);
  if (found) return { errors: {}, values: {}, found };
  return { errors: { code: "We do not know this code. Check each letter and figure." }, values, found: null };
}
