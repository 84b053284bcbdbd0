import { z } from "zod";
import { reasonCodes } from "@/lib/moderation/rules";
import { Deed } from "@/prisma/generated/enums";

const words = z
  .string()
  .max(1000, "Use at most 1,000 characters.")
  .refine(
    (value) => !value.includes("\0") && !/\p{Surrogate}/u.test(value),
    "These words hold a character that cannot be kept.",
  )
  .transform((value) => value.trim() || null);

/** What a rep decides on a case. `version` is that of the comment they read. */
export const decisionInput = z.strictObject({
  deed: z.enum(Deed, "Choose what to do."),
  version: z.coerce.number().int().positive(),
  reason: z.preprocess(
    (typed) => (typed === "" ? null : typed),
    z.enum(reasonCodes, "Choose a reason from the list.").nullable().default(null),
  ),
  toAuthor: words.default(null),
  note: words.default(null),
});
export type DecisionInput = z.infer<typeof decisionInput>;
