import { z } from "zod";

/** Why somebody wants to see a sealed original. The author is told it. */
export const accessRequestInput = z.strictObject({
  reason: z
    .string("Say why.")
    .transform((value) => value.trim())
    .refine((value) => value.length >= 10, "Say why, in a sentence. The author is told it.")
    .refine((value) => value.length <= 500, "Use at most 500 characters.")
    .refine(
      (value) => !value.includes("\0") && !/\p{Surrogate}/u.test(value),
      "These words hold a character that cannot be kept.",
    ),
});
export type AccessRequestInput = z.infer<typeof accessRequestInput>;

/** What the second person says. */
export const accessDecisionInput = z.strictObject({
  decision: z.enum(["approve", "refuse"], "Choose whether you agree."),
});
