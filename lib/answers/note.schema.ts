import { z } from "zod";

const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

const plainText = (maxLength: number, emptyMessage: string) =>
  z
    .string({ error: emptyMessage })
    .max(maxLength, `Use at most ${maxLength.toLocaleString("en-GB")} characters.`)
    .refine(
      (value) => !value.includes("\0") && !/\p{Surrogate}/u.test(value),
      "This holds a character that cannot be kept.",
    )
    .transform((value) => value.trim())
    .refine((value) => value !== "", emptyMessage);

/** Where a note is: the thread, on whose strategy, and for the officers of which body. */
export const noteTarget = z.object({ slug: id, thread: id, body: id });

export const noteInput = z.object({ body: id, note: plainText(2000, "Write the note.") });
/** Tags are compared without case: "Buses" and "buses" are one. */
export const tagInput = z.object({
  body: id,
  tag: plainText(40, "Write the tag.").transform((tag) => tag.toLowerCase().replace(/\s+/g, " ")),
});
