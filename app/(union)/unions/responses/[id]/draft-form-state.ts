import type { FormState } from "@/lib/forms/form-state";
import type { DiffRun } from "@/lib/unions/responses/side-by-side-diff";

/** `conflict` is there when a colleague saved first: the two texts, and the version that is to be replaced now. */
export type DraftFormState = FormState & {
  conflict?: { by: string; current: DiffRun[]; submitted: DiffRun[]; version: number };
};
