import { z } from "zod";

/** A quotation as offsets (UTF-16) into one version of a comment, so that its text is stored only once. */
const quotation = z.object({
  comment: z.string(),
  version: z.int(),
  start: z.int().min(0),
  end: z.int(),
  group: z.string().nullable(),
  minority: z.boolean(),
});
export type StoredQuotation = z.infer<typeof quotation>;

/** Quotations by theme, the theme with most comments first. */
export const quotationsPart = z.array(z.object({ theme: z.string(), quotations: z.array(quotation) }));
export type QuotationsPart = z.infer<typeof quotationsPart>;
