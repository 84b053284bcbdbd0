import { z } from "zod";
import { countCharacters } from "@/lib/characters";
import { typedText } from "@/lib/forms/fields.schema";

/** A request for access. The author of the comment will read its reason. */
export const accessRequestInput = z.strictObject({
  reason: typedText(500, "Say why.")
    .transform((value) => value.trim())
    .refine((value) => countCharacters(value) >= 10, "Give a reason in a sentence. The author will see it."),
});
export type AccessRequestInput = z.infer<typeof accessRequestInput>;
