import { z } from "zod";

/** The names in a release's tables, totals left out. */
export const storedFamily = z.object({
  themes: z.array(z.string()),
  sectors: z.array(z.string()),
  districts: z.array(z.string()),
});
/** The cells shown: theme, sector group, district and people, rounded to 5. */
export const storedCells = z.array(z.tuple([z.string(), z.string(), z.string(), z.int().min(10)]));
export type StoredFamily = z.infer<typeof storedFamily>;
export type StoredCells = z.infer<typeof storedCells>;
