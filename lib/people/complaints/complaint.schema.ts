import { z } from "zod";
import { receipt } from "@/lib/people/credential.schema";

export const longestComplaint = 5000;

const words = (empty: string) =>
  z
    .string(empty)
    .transform((value) => value.replaceAll("\r\n", "\n").trim())
    .refine((value) => value !== "", empty)
    .refine((value) => [...value].length <= longestComplaint, "It can have 5,000 characters. Make it shorter.")
    .refine((value) => !/[\0\p{Surrogate}]/u.test(value), "It holds a character that cannot be kept. Type it again.");

/** What the form of a complaint may hold. */
export const complaintInput = z.object({
  text: words("Write what is wrong."),
  formId: z.string().regex(/^[A-Za-z0-9_-]{22}$/, "Start again: this form is not one of ours."),
});
export type ComplaintInput = z.infer<typeof complaintInput>;

/** The code that brings back who complained without signing in: made as receipts are. */
export const codeInput = z.object({ code: receipt });

/** What an admin answers. */
export const answerInput = z.object({ answer: words("Write your answer.") });
export type AnswerInput = z.infer<typeof answerInput>;
