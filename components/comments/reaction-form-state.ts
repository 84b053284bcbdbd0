import type { FormState } from "@/lib/forms/old-form-state";

/** Somebody new sees their receipt once, after their first answer. `puzzle`: to be solved before it is taken, as JSON. */
export type ReactionFormState = FormState & { receipt?: string; alias?: string; puzzle?: string };

export const emptyReactionForm: ReactionFormState = { errors: {}, values: {} };
