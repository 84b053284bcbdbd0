import { z } from "zod";

/** What to follow: a strategy, or one of its sections by number. */
export const followInput = z.object({
  strategy: z.string().regex(/^[a-z0-9-]{1,80}$/),
  section: z.preprocess(
    (value) => (value === "" || value === undefined ? null : value),
    z.coerce.number().int().min(1).max(1000).nullable(),
  ),
});
export type FollowInput = z.infer<typeof followInput>;
