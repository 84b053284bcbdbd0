"use server";

import { countReceiptAttempt } from "@/lib/auth/attempt-limits";
import { getClientKey } from "@/lib/auth/request-client";
import { formatDay } from "@/lib/dates";
import { formAction, invalid, stay } from "@/lib/forms/form-action";
import { submitComplaint } from "@/lib/people/complaints/complaint.commands";
import { findComplaintByCode } from "@/lib/people/complaints/complaint.queries";
import { complaintTexts } from "@/lib/people/complaints/complaint.rules";
import { complaintCodeInput, complaintInput } from "@/lib/people/complaints/complaint.schema";
import { groupCharacters } from "@/lib/security/base32";

/** Accepts a complaint, and shows on the same page by when it must be answered. */
export const sendComplaint = formAction({
  input: complaintInput,
  run: async ({ person, input }) => {
    const { dueAt, code } = await submitComplaint(person, input, await getClientKey());
    const result = { dueOn: formatDay(dueAt), code: code && groupCharacters(code, 5), isSignedIn: code === null };
    return stay({ result, values: {} });
  },
});

/** Shows the complaint of a code, which never appears in an address. */
export const findComplaintAction = formAction({
  input: complaintCodeInput,
  run: async ({ input }) => {
    await countReceiptAttempt(await getClientKey());
    const complaint = await findComplaintByCode(input.code);
    if (!complaint) return invalid({ code: "This code is not right. Check each letter and number." });
    return stay({ result: complaintTexts(complaint, new Date()), values: {} });
  },
});
