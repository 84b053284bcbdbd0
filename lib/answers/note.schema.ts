import { z } from "zod";
import { typedText } from "@/lib/forms/fields.schema";
import { idParam } from "@/lib/forms/params.schema";

const plainText = (maxLength: number, emptyMessage: string) =>
  typedText(maxLength, emptyMessage)
    .transform((value) => value.trim())
    .refine((value) => value !== "", emptyMessage);

/** What a note is about: a thread, its strategy (`slug`), and the body whose officers see the note. */
export const noteTarget = z.object({ slug: idParam, thread: idParam, body: idParam });

export const noteInput = z.object({ note: plainText(2000, "Write the note.") });
/** Tags are stored in lower case: "Buses" and "buses" are the same. */
export const tagInput = z.object({
  tag: plainText(40, "Write the tag.").transform((tag) => tag.toLowerCase().replace(/\s+/g, " ")),
});
