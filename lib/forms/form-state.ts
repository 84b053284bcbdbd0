import type { Segment } from "@/lib/text-spans";

/** What was typed, by field name. */
export type FormValues = Record<string, string | string[]>;

/** A value that an action shows in place: see components/forms/form-result.tsx. Texts come ready to be read. */
export type ResultValue =
  | string
  | number
  | boolean
  | null
  | Segment[]
  | string[]
  | Record<string, string | number | null>[];

/** What a form gets back from its action. */
export type FormState = {
  /** Messages by field name; "form" for those that belong to no field. */
  errors: Partial<Record<string, string>>;
  values: FormValues;
  /** False until something was sent: fields then show their defaults. */
  isSubmitted: boolean;
  /** Which step of a form with several is shown. */
  step?: string;
  result?: Record<string, ResultValue>;
  /** What came between when this form was sent: its text is back, see lib/forms/interrupted-form.schema.ts. */
  restored?: string;
};

export const initialFormState: FormState = { errors: {}, values: {}, isSubmitted: false };

/** A form action as `ActionForm` calls it, with its parameters bound. */
export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;
