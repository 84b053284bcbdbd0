import { z } from "zod";
import { MandateMethod } from "@/prisma/generated/enums";

export const longestPart = 20_000;
export const longestMandateWords = 2_000;
const mostAsked = 10_000_000;

const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, "Choose from the list.");

/** Plain text as typed, but for line ends; nothing that cannot be kept. */
const words = (longest: number) =>
  z
    .string({ error: "Write something." })
    .transform((value) => value.replaceAll("\r\n", "\n"))
    .refine((value) => [...value].length <= longest, `Write ${longest.toLocaleString("en-GB")} characters at most.`)
    .refine((value) => !/[\0\p{Surrogate}]/u.test(value), "This holds a character that cannot be kept. Type it again.");

const needed = (longest: number, missing: string) => words(longest).refine((value) => value.trim() !== "", missing);

const version = z.coerce.number({ error: "Open the page again." }).int().min(0).max(1_000_000);

/** A whole number of people, with or without the commas that people type: "4,000". */
const people = (missing: string) =>
  z
    .string({ error: missing })
    .trim()
    .min(1, missing)
    .regex(/^\d{1,3}(,\d{3})+$|^\d{1,9}$/, "Type a whole number, such as 4000.")
    .transform((typed) => Number(typed.replaceAll(",", "")))
    .refine((count) => count >= 1, "It must be at least 1.")
    .refine((count) => count <= mostAsked, "That is more than all union members there are.");

const day = (missing: string) =>
  z
    .string({ error: missing })
    .min(1, missing)
    .regex(/^\d{4}-\d{2}-\d{2}$/, "Type the day as year, month, day: 2026-03-31.")
    .transform((typed) => new Date(`${typed}T00:00:00Z`))
    .refine((date) => !Number.isNaN(date.getTime()), "There is no such day.");

export const startInput = z.object({
  strategy: id,
  union: id,
  branch: words(100)
    .transform((value) => value.trim().replace(/\s+/g, " "))
    .default(""),
});
export type StartInput = z.infer<typeof startInput>;

/** `version` is that of the text that was on the page; 0 when there was none. */
export const partInput = z.object({ text: words(longestPart), version });
export type PartInput = z.infer<typeof partInput>;

export const mandateInput = z
  .object({
    covers: needed(longestMandateWords, "Say whom it covers."),
    asked: people("Say how many members were asked."),
    tookPart: people("Say how many members took part."),
    method: z.enum(MandateMethod, "Choose how they were asked."),
    from: day("Say when asking began."),
    to: day("Say when asking ended."),
    minority: needed(longestMandateWords, "Say what the minority said. If nobody disagreed, say that."),
    version,
  })
  .refine(({ asked, tookPart }) => tookPart <= asked, {
    path: ["tookPart"],
    error: "More took part than were asked. Check both numbers.",
  })
  .refine(({ from, to }) => from <= to, { path: ["to"], error: "Asking ended before it began. Check both days." })
  .refine(({ to }) => to <= new Date(), { path: ["to"], error: "This day is still to come." });
export type MandateInput = z.infer<typeof mandateInput>;

/** `version` is that of the whole response, as its publisher read it. */
export const publishInput = z.object({
  version,
  why: words(500)
    .transform((value) => value.trim() || null)
    .default(null),
});
export type PublishInput = z.infer<typeof publishInput>;
