import { z } from "zod";
import { countCharacters, hasVisibleText, unifyLineEnds } from "@/lib/characters";
import { dateOfDay, isDay } from "@/lib/dates";

// Fields that the forms of several domains have. See lib/forms/params.schema.ts for what actions are bound to.

/** PostgreSQL stores no NUL, and UTF-8 no half of a surrogate pair. */
export const isStorable = (text: string): boolean => !/[\0\p{Surrogate}]/u.test(text);

/**
 * A typed text of so many characters at most, as `countCharacters` counts, with "\n" for every line end and nothing that
 * PostgreSQL cannot store. Not trimmed; "" when there is nothing to see. @param message shown when the field is not sent
 */
export const typedText = (maxLength: number, message = "Write something.") =>
  z
    .string({ error: message })
    .transform(unifyLineEnds)
    .transform((value) => (hasVisibleText(value) ? value : "")) // invisible text counts as none, wherever it is typed
    .refine(
      (value) => countCharacters(value) <= maxLength,
      `Use ${maxLength.toLocaleString("en-GB")} characters or fewer.`,
    )
    .refine(isStorable, "This contains a character we cannot save. Type it again.");

const plainText = (maxLength: number) => typedText(maxLength).transform((value) => value.trim());

/** @param message shown when nothing is typed */
export const requiredText = (maxLength: number, message: string) =>
  plainText(maxLength).refine(hasVisibleText, message);

/** Null when nothing is typed. */
export const optionalText = (maxLength: number) =>
  plainText(maxLength)
    .transform((value) => value || null)
    .nullable()
    .default(null);

/** A day as YYYY-MM-DD. @param message shown when nothing is typed */
export const requiredDay = (message: string) =>
  z
    .string({ error: message })
    .trim()
    .refine((value) => value !== "", abortWith(message))
    .refine(
      (value) => /^\d{4}-\d{2}-\d{2}$/.test(value),
      abortWith("Type the date as year, month, day, for example 2027-03-31."),
    )
    .refine(isDay, abortWith("This is not a real date."));

// a form's own checks run on a field with any other issue, and would be passed what is no day
const abortWith = (error: string) => ({ error, abort: true });

/** A day as the database stores it: 00:00 UTC. @param message shown when nothing is typed */
export const requiredDate = (message: string) => requiredDay(message).transform(dateOfDay);

/** The id of an option that the form offered: 1 to 80 small letters, digits and "-". @param message shown for any other */
export const chosenId = (message: string) => z.string({ error: message }).regex(/^[a-z0-9-]{1,80}$/, message);

/**
 * What a form shows of something stored: a value for each field of its schema, so that saving it unchanged changes
 * nothing. The version has a hidden field.
 */
export type StoredValues<Schema extends z.ZodType> = Record<
  Exclude<keyof z.input<Schema>, "version">,
  string | string[]
>;
