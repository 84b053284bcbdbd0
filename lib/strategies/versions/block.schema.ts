import { z } from "zod";

export const sharingMethods = ["competition", "head", "formula", "decided", "other"] as const;

/** A funding line is a paragraph, so that people can comment on it as on any other. */
const fundingFields = {
  name: z.string(),
  amount: z.string(),
  sharing: z.enum(sharingMethods),
  who: z.string(),
  decided: z.string(),
  source: z.string().nullable(),
};

/**
 * `levels`: how deep each item is nested, from 0; left out when all are at the top. `hasOwnMarkers`: each item begins
 * with its own number or bullet, which is not 1, 2, 3.
 */
const listBlock = z.object({
  kind: z.literal("list"),
  isOrdered: z.boolean(),
  items: z.array(z.string()),
  levels: z.array(z.number().int().min(0).max(20)).optional(),
  hasOwnMarkers: z.boolean().optional(),
});

/** What a paragraph is when it is not plain text. Its text is in `text` as well, to search and to compare. */
export const blockSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("heading") }),
  listBlock,
  z.object({ kind: z.literal("table"), head: z.array(z.string()), rows: z.array(z.array(z.string())) }),
  z.object({ kind: z.literal("picture"), pictureId: z.string() }),
  z.object({ kind: z.literal("funding"), ...fundingFields }),
]);

export type Block = z.infer<typeof blockSchema>;
export type FundingBlock = Extract<Block, { kind: "funding" }>;

/** The stored column of a paragraph. @throws ZodError when it is of another shape */
export const parseBlock = (stored: unknown): Block | null => (stored === null ? null : blockSchema.parse(stored));
