import { z } from "zod";

/** Why somebody wants to see a sealed original. The author is told it. */
export const askInput = z.strictObject({
  why: z
    .string("Say why.")
    .transform((value) => value.trim())
    .refine((value) => value.length >= 10, "Say why, in a sentence. The author is told it.")
    .refine((value) => value.length <= 500, "Use at most 500 characters.")
    .refine(
      (value) => !value.includes("\0") && !/\p{Surrogate}/u.test(value),
      "These words hold a character that cannot be kept.",
    ),
});
export type AskInput = z.infer<typeof askInput>;

/** What the second person says. */
export const answerInput = z.strictObject({ answer: z.enum(["agree", "refuse"], "Choose whether you agree.") });
