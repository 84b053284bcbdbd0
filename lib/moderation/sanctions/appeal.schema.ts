import { z } from "zod";
import { typedText } from "@/lib/forms/fields.schema";

export const maxAppealLength = 2000;

/** An appeal against a decision or a sanction. */
export const appealInput = z.strictObject({
  grounds: typedText(maxAppealLength, "Say why you think it is wrong.")
    .transform((value) => value.trim())
    .refine((value) => value !== "", "Say why you think it is wrong."),
});
export type AppealInput = z.infer<typeof appealInput>;
