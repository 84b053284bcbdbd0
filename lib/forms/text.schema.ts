import { z } from "zod";

/** PostgreSQL stores no NUL, and UTF-8 no half of a surrogate pair. */
export const isStorable = (text: string): boolean => !text.includes("\0") && !/\p{Surrogate}/u.test(text);

export const unstorableMessage = "These words hold a character that cannot be kept.";

/** A text that may be left empty: trimmed, null when nothing is left. */
export const optionalText = (maxLength: number, tooLongMessage: string) =>
  z
    .string()
    .max(maxLength, tooLongMessage)
    .refine(isStorable, unstorableMessage)
    .transform((text) => text.trim() || null)
    .default(null);
