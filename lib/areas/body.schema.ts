import { z } from "zod";
import { countCharacters, hasVisibleText } from "@/lib/characters";
import { chosenId } from "@/lib/forms/fields.schema";

const isStorable = (value: string) => !/[\p{Cc}\p{Surrogate}]/u.test(value);
const notStorableMessage = "This contains a character we cannot save. Type it again.";

const requiredName = (message: string, maxLength = 100) =>
  z
    .string({ error: message })
    .trim()
    .min(1, message)
    .refine((value) => countCharacters(value) <= maxLength, `Use ${maxLength} characters or fewer.`)
    .refine(isStorable, notStorableMessage)
    .refine((value) => /\p{L}/u.test(value) && hasVisibleText(value), message); // some letters draw nothing

/** The names of a kind of body or of strategy. */
export const kindInput = z.object({
  name: requiredName("Give its name, such as “County council”."),
  plural: requiredName("Say how several are called, such as “County councils”."),
  short: requiredName("Give the short name that follows a place, such as “County Council”."),
});
export type KindInput = z.infer<typeof kindInput>;

export const bodyInput = z.object({
  kind: chosenId("Choose what kind of body it is."),
  name: requiredName("Give the place that it is named after, such as “Kent”."),
  mayor: z
    .string()
    .trim()
    .refine((value) => countCharacters(value) <= 100, "Use 100 characters or fewer.")
    .refine(isStorable, notStorableMessage)
    .transform((name) => name || null)
    .nullable()
    .default(null),
  hasMayor: z.enum(["yes", "no"], "Say if a mayor leads it.").transform((value) => value === "yes"),
  districts: z
    .string({ error: "Name its districts." })
    .refine((value) => countCharacters(value) <= 20_000, "That is more than all districts there are.")
    .transform((value) => [
      ...new Set(
        value
          .split(/[\n;]/)
          .map((line) => line.trim())
          .filter(hasVisibleText),
      ),
    ])
    .refine((names) => names.length > 0, "Name its districts, one on a line.")
    .refine((names) => names.every(isStorable), notStorableMessage),
});
export type BodyInput = z.infer<typeof bodyInput>;
