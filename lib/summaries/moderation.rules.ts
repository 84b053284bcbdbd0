import { z } from "zod";

const count = z.int().min(0);

/** What was moderated on a strategy. reasons: a code, or null for all that were given fewer than 5 times, together. */
export const moderationPart = z.object({
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
export type ModerationPart = z.infer<typeof moderationPart>;

/** Fewer than these are not told apart: the reason of a single comment can be a hint at who wrote it. */
export const minReasonCount = 5;

/** The most frequent first; what is rare put together, last. */
export function poolReasons(counts: readonly { code: string; count: number }[]): ModerationPart["reasons"] {
  const sorted = counts.toSorted((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
  const rare = sorted.filter(({ count }) => count < minReasonCount).reduce((sum, { count }) => sum + count, 0);
  const frequent = sorted.filter(({ count }) => count >= minReasonCount);
  return rare > 0 ? [...frequent, { code: null, count: rare }] : frequent;
}
