import { z } from "zod";
import { isStorable } from "@/lib/forms/fields.schema";

const name = z.string().refine(isStorable);

/** The names in a release's tables, totals left out. */
export const storedFamily = z.object({
  themes: z.array(name),
  sectors: z.array(name),
  districts: z.array(name),
});
/** The cells shown: theme, sector group, district and people, rounded to 5. */
export const storedCells = z.array(z.tuple([name, name, name, z.int().min(10)]));
export type StoredFamily = z.infer<typeof storedFamily>;
export type StoredCells = z.infer<typeof storedCells>;
