import { z } from "zod";

const count = z.int().min(0);

/** What was moderated on a strategy, in counts of decisions. */
export const moderationPart = z.object({
  held: count,
  published: count,
  returned: count,
  rejected: count,
  redacted: count,
  removed: count,
  appealsUpheld: count,
  /** From a comment's arrival to the first decision; null before there is one. */
  medianHours: z.number().min(0).nullable(),
  /** `code` is null for all reasons that were given fewer than 5 times, counted together. */
  reasons: z.array(z.object({ code: z.string().nullable(), count })),
});
export type ModerationPart = z.infer<typeof moderationPart>;
