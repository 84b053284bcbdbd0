import type { FormState } from "@/lib/form-state";

/** Write, then check your answers: one form, two steps. Sending goes on to another page. */
export type CommentFormState = FormState & { step: "write" | "check" };

export const newComment: CommentFormState = { step: "write", errors: {}, values: {} };
