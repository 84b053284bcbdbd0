import { z } from "zod";

const count = z.int().min(0);

/**
 * Moderation on a strategy, as the public record has it (docs/decisions/0010): decisions exactly, as each is in
 * the record; all else to the nearest 5, and null under 5.
 */
export const moderationPart = z.object({
  held: count.nullable(),
  published: count,
  returned: count,
  rejected: count,
  redacted: count,
  removed: count,
  appealsUpheld: count.nullable(),
  /** From a comment's arrival to the first decision, rounded; null for fewer than 10 comments. */
  medianHours: z.number().min(0).nullable(),
  /** Until last Sunday. Lists every reason, so that none and few appear the same. */
  reasons: z.array(z.object({ code: z.string(), count: count.nullable() })),
});
export type ModerationPart = z.infer<typeof moderationPart>;
