import { z } from "zod";
import { optionalText } from "@/lib/forms/fields.schema";

/** The area or union that a contact is for. */
export const contactScope = z.string().regex(/^(body|union):[a-z0-9-]{1,80}$/);

/** Whom reps call when somebody may be in danger; nobody when both fields are empty. */
export const contactInput = z
  .object({
    name: optionalText(100),
    phone: optionalText(40).refine(
      (phone) => phone === null || /^\+?[\d\s()-]{3,40}$/.test(phone),
      "Use numbers, for example 0121 496 0000.",
    ),
  })
  .refine(({ name, phone }) => name !== null || phone === null, { path: ["name"], error: "Give the person’s name." })
  .refine(({ name, phone }) => phone !== null || name === null, { path: ["phone"], error: "Give a phone number." });
export type ContactInput = z.infer<typeof contactInput>;
