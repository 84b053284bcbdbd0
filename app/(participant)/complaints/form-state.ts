import type { FormState } from "@/lib/forms/old-form-state";
import type { ComplaintView } from "@/lib/people/complaints/complaint.queries";

/** The form of a complaint; `sent` once it was taken in. */
export type ComplaintFormState = FormState & { sent: { dueAt: Date; code: string | null } | null };

/** The form of a code; `found` when there is a complaint of that code. */
export type CodeFormState = FormState & { found: ComplaintView | null };
