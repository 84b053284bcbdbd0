import { z } from "zod";
import { isStorable } from "@/lib/forms/fields.schema";
import { unstorableMessage } from "@/lib/moderation/decisions/decision.schema";

/** A request for access. The author of the comment will read its reason. */
export const accessRequestInput = z.strictObject({
  reason: z
    .string("Say why.")
    .transform((value) => value.trim())
    .refine((value) => value.length >= 10, "Say why, in a sentence. The author is told it.")
    .refine((value) => value.length <= 500, "Use at most 500 characters.")
    .refine(isStorable, unstorableMessage),
});
export type AccessRequestInput = z.infer<typeof accessRequestInput>;
