import { z } from "zod";
import { hasVisibleText } from "@/lib/characters";
import { dateOf } from "@/lib/dates";
import { requiredDate, typedText } from "@/lib/forms/fields.schema";
import { MandateMethod } from "@/prisma/generated/enums";

export const maxPartLength = 20_000;
export const maxMandateTextLength = 2_000;
const maxMembers = 10_000_000;

const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, "Choose from the list.");

const requiredText = (maxLength: number, message: string) => typedText(maxLength).refine(hasVisibleText, message);

const version = z.coerce.number({ error: "Open the page again." }).int().min(0).max(1_000_000);

/** A number of people, from 1, with or without commas: "4,000". */
const memberCount = (message: string) =>
  z
    .string({ error: message })
    .trim()
    .min(1, message)
    .regex(/^\d{1,3}(,\d{3})+$|^\d{1,9}$/, "Enter a whole number, such as 4000.")
    .transform((text) => Number(text.replaceAll(",", "")))
    .refine((count) => count >= 1, "It must be at least 1.")
    .refine((count) => count <= maxMembers, "This is more than the total number of union members.");

export const startResponseInput = z.object({
  strategy: id,
  union: id,
  branch: typedText(100)
    .transform((value) => value.trim().replace(/\s+/g, " "))
    .default(""),
});
export type StartResponseInput = z.infer<typeof startResponseInput>;

/** `version` is that of the text that the page showed, 0 for a new text. */
export const responsePartInput = z.object({ text: typedText(maxPartLength), version });
export type ResponsePartInput = z.infer<typeof responsePartInput>;

export const mandateInput = z
  .object({
    covers: requiredText(maxMandateTextLength, "Say who it covers."),
    consulted: memberCount("Say how many members were asked."),
    tookPart: memberCount("Say how many members took part."),
    method: z.enum(MandateMethod, "Choose how they were asked."),
    from: requiredDate("Say when you started asking."),
    to: requiredDate("Say when you finished asking."),
    minority: requiredText(maxMandateTextLength, "Say what the minority said. If nobody disagreed, say so."),
    version,
  })
  .refine(({ consulted, tookPart }) => tookPart <= consulted, {
    path: ["tookPart"],
    error: "More members took part than were asked. Check both numbers.",
  })
  .refine(({ from, to }) => from <= to, {
    path: ["to"],
    error: "The end date is before the start date. Check both dates.",
  })
  .refine(({ to }) => to <= dateOf(new Date()), { path: ["to"], error: "The date must not be in the future." });
export type MandateInput = z.infer<typeof mandateInput>;

/** `version` is that of the response that the page showed. */
export const publishResponseInput = z.object({
  version,
  why: typedText(500)
    .transform((value) => value.trim() || null)
    .default(null),
});
export type PublishResponseInput = z.infer<typeof publishResponseInput>;
