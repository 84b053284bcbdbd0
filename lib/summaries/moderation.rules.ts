import { z } from "zod";

const count = z.int().min(0);

/** What was moderated on a strategy. reasons: a code, or null for all that were given fewer than 5 times, together. */
export const moderatedPart = z.object({
  held: count,
  published: count,
  returned: count,
  rejected: count,
  redacted: count,
  removed: count,
  appealsUpheld: count,
  /** From when a comment came in to the first decision; null before there is one. */
  medianHours: z.number().min(0).nullable(),
  reasons: z.array(z.object({ code: z.string().nullable(), count })),
});
export type ModeratedPart = z.infer<typeof moderatedPart>;

/** Fewer than these are not told apart: the reason of a single comment can be a hint at who wrote it. */
export const fewestOfReason = 5;

/** The most frequent first; what is rare put together, last. */
export function poolReasons(counts: readonly { code: string; count: number }[]): ModeratedPart["reasons"] {
  const sorted = counts.toSorted((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
  const rare = sorted.filter(({ count }) => count < fewestOfReason).reduce((sum, { count }) => sum + count, 0);
  const told = sorted.filter(({ count }) => count >= fewestOfReason);
  return rare > 0 ? [...told, { code: null, count: rare }] : told;
}
