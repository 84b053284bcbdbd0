import { z } from "zod";
import { isStorable } from "@/lib/forms/fields.schema";

export const maxAppealLength = 2000;

/** An appeal against a decision or a sanction. */
export const appealInput = z.strictObject({
  grounds: z
    .string("Say why you think that it is wrong.")
    .transform((value) => value.replaceAll("\r\n", "\n").trim())
    .refine((value) => value !== "", "Say why you think that it is wrong.")
    .refine((value) => [...value].length <= maxAppealLength, "Use at most 2,000 characters.")
    .refine(isStorable, "Your words hold a character that cannot be kept."),
});
export type AppealInput = z.infer<typeof appealInput>;
