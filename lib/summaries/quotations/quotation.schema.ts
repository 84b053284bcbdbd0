import { z } from "zod";

/** A quotation by offsets (UTF-16) into a comment as it was at a version: the words themselves are not kept twice. */
const quotation = z.object({
  comment: z.string(),
  version: z.int(),
  start: z.int().min(0),
  end: z.int(),
  group: z.string().nullable(),
  minority: z.boolean(),
});
export type StoredQuotation = z.infer<typeof quotation>;

/** In their words: quotations by theme, the theme with most comments first. */
export const quotationsPart = z.array(z.object({ theme: z.string(), quotations: z.array(quotation) }));
export type QuotationsPart = z.infer<typeof quotationsPart>;

/** The words, if the comment is still as it was when they were chosen; else null. */
export function quotationText({ start, end, version }: StoredQuotation, comment?: { text: string; version: number }) {
  return comment && comment.version === version ? comment.text.slice(start, end) : null;
}
