import { z } from "zod";
import { typedText } from "@/lib/forms/fields.schema";
import { receiptCode } from "@/lib/people/credential.schema";

export const maxComplaintLength = 5000;

const requiredText = (empty: string) =>
  typedText(maxComplaintLength, empty)
    .transform((value) => value.trim())
    .refine((value) => value !== "", empty);

/** The form of a complaint. */
export const complaintInput = z.object({
  text: requiredText("Say what is wrong."),
  formId: z.string().regex(/^[A-Za-z0-9_-]{22}$/, "Open the page again and start again."),
});
export type ComplaintInput = z.infer<typeof complaintInput>;

/** The code by which somebody who is not signed in finds their complaint: it has the form of a receipt. */
export const complaintCodeInput = z.object({ code: receiptCode });

/** An admin's answer. */
export const complaintAnswerInput = z.object({ answer: requiredText("Write your answer.") });
export type ComplaintAnswerInput = z.infer<typeof complaintAnswerInput>;
