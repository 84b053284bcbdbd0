import { z } from "zod";
import type { FormOrigin } from "@/lib/forms/form-origin.rules";
import { type Interruption, interruptions } from "@/lib/forms/interruption.rules";

const hour = 60 * 60_000;

/** How long the text of a form that could not be taken is stored, in milliseconds. */
export const interruptedFormLifetime = hour;

/** The largest that is stored, in characters of JSON; beyond it the text is shown once more, to be copied. */
export const maxInterruptedFormLength = 1_000_000;

/** How many forms of one browser are stored at a time. */
export const maxInterruptedForms = 5;

export const interruptedFormContent = z.object({
  /** The row that it is sealed for: moved to another one, it is refused. */
  id: z.string(),
  page: z.string(),
  form: z.string(),
  interruption: z.enum(interruptions),
  /** Why it was refused, as the person should read it. */
  message: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
});

export type InterruptedForm = z.infer<typeof interruptedFormContent>;

/** Of a form that is to be stored. */
export type InterruptedInput = {
  origin: FormOrigin;
  interruption: Interruption;
  message?: string;
  values: InterruptedForm["values"];
};
