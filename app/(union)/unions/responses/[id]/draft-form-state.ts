import type { FormState } from "@/lib/forms/form-state";

type Run = { text: string; isOnlyHere: boolean };

/** `both` is there when a colleague saved first: the two texts, and the version that is to be replaced now. */
export type DraftFormState = FormState & { both?: { by: string; theirs: Run[]; mine: Run[]; version: number } };
