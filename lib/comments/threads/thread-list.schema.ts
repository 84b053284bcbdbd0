import { z } from "zod";
import { parseSearchText } from "@/lib/comments/threads/comment-search.rules";
import { Stance } from "@/prisma/generated/enums";

export const threadSorts = ["newest", "supported", "discussed", "shuffled"] as const;
export type ThreadSort = (typeof threadSorts)[number];

const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
/** Forms send "" for what was not chosen. */
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === "" || value === undefined ? null : value), schema.nullable());

/** The query parameters of a list of comments. `after` is a cursor, see parseListCursor. */
export const threadListQuery = z.object({
  sort: optional(z.enum(threadSorts)).transform((sort) => sort ?? "newest"),
  stance: optional(z.enum(Stance)),
  theme: optional(id),
  /** Only sections under this foundation. */
  foundation: optional(id),
  section: optional(z.coerce.number().int().min(1).max(1000)),
  paragraph: optional(id),
  /** The text to search for, cut when it is too long. */
  q: optional(z.string().transform((typed) => parseSearchText(typed).text || null)),
  after: optional(
    z
      .string()
      .max(100)
      .regex(/^[^\0\p{Surrogate}]*$/u),
  ),
});
export type ThreadListQuery = z.infer<typeof threadListQuery>;

/** Of the list that officers see, which has their own tags. */
export const officerThreadListQuery = threadListQuery.extend({ lep: optional(id), tag: optional(z.string().max(40)) });

/** The query string of these choices, without defaults. */
export function threadListQueryString(choices: Partial<z.infer<typeof officerThreadListQuery>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(choices)) {
    if (value !== null && value !== undefined && value !== "newest") query.set(name, String(value));
  }
  return query.size ? `?${query}` : "";
}
