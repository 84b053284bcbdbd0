import type { FormState } from "@/lib/form-state";

/** Somebody new sees their receipt once, after their first answer. */
export type ReactionFormState = FormState & { receipt?: string; alias?: string };

export const nothingSaid: ReactionFormState = { errors: {}, values: {} };
