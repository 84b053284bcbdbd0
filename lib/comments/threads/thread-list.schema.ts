import { z } from "zod";
import { Stance } from "@/prisma/generated/enums";

export const sorts = ["newest", "supported", "discussed", "shuffled"] as const;
export type Sort = (typeof sorts)[number];

const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
/** A form sends what was not chosen as "". */
const optional = <Answer extends z.ZodType>(answer: Answer) =>
  z.preprocess((typed) => (typed === "" || typed === undefined ? null : typed), answer.nullable());

/** What an address may ask of a list of comments. `after` is a cursor's text, read by cursorOf. */
export const readingQuery = z.object({
  sort: optional(z.enum(sorts)).transform((sort) => sort ?? "newest"),
  stance: optional(z.enum(Stance)),
  theme: optional(id),
  /** Parts under this foundation. */
  foundation: optional(id),
  section: optional(z.coerce.number().int().min(1).max(1000)),
  paragraph: optional(id),
  /** The words to search for. */
  q: optional(
    z
      .string()
      .max(100)
      .transform((words) => words.replace(/[\0\p{Surrogate}]/gu, " ").trim() || null),
  ),
  after: optional(
    z
      .string()
      .max(100)
      .regex(/^[^\0\p{Surrogate}]*$/u),
  ),
});
export type ReadingQuery = z.infer<typeof readingQuery>;

/** The address's query for these choices, without what is as it would be anyway. */
export function queryText(choices: Partial<ReadingQuery>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(choices)) {
    if (value !== null && value !== undefined && value !== "newest") query.set(name, String(value));
  }
  return query.size ? `?${query}` : "";
}
