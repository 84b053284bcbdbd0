import { z } from "zod";
import { commentCursor } from "@/lib/comments/comment.schema";
import { Stance } from "@/prisma/generated/enums";

const id = z.string().regex(/^[A-Za-z0-9_-]{1,80}$/);
/** Forms send "" for what was not chosen. */
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === "" ? null : value), schema.nullable().default(null));

/** Where a section or a foundation has this value, the comments are on sections of earlier versions only, or under no foundation. */
export const noneOfThese = "none";

/** Which comments a figure counts, in the query of the page that lists them. */
export const figureFilterQuery = z.object({
  /** Only under this LEP. */
  lep: optional(id),
  /** "none": only those under no LEP, because no place was given. */
  place: optional(z.literal("none")),
  theme: optional(id),
  foundation: optional(id),
  /** The number of a section, or "none". */
  section: optional(z.union([z.literal(noneOfThese), z.coerce.number().int().min(1).max(1000)])),
  stance: optional(z.union([z.literal(noneOfThese), z.enum(Stance)])),
  /** One of lib/areas/subject.rules.ts. */
  subject: optional(id),
  /** A comment of a campaign, and which of its texts. */
  campaign: optional(id),
  texts: optional(z.enum(["identical", "personalised"])),
  /** "first": only comments that start a thread. */
  only: optional(z.literal("first")),
  after: optional(commentCursor),
});
export type FigureFilterQuery = z.infer<typeof figureFilterQuery>;
/** What a figure counts, apart from its scope. */
export type FigureFilter = Partial<Omit<FigureFilterQuery, "lep" | "place" | "after">>;
