import type { FormState } from "@/lib/forms/old-form-state";

/** Write, then check your answers: one form, two steps. Sending goes on to another page. `isSaved`: as a draft, just now. `puzzle`: to be solved before it is sent, as JSON. */
export type CommentFormState = FormState & { step: "write" | "check"; isSaved?: boolean; puzzle?: string };

export const emptyCommentForm: CommentFormState = { step: "write", errors: {}, values: {} };
