import type { FormState } from "@/lib/form-state";

/** Write, check your answers, sent: one form, three steps. */
export type CommentFormState = FormState & {
  step: "write" | "check" | "sent";
  sent?: { alias: string; receipt: string | null };
};

export const newComment: CommentFormState = { step: "write", errors: {}, values: {} };
