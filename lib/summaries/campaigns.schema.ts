import { z } from "zod";

/**
 * The campaigns of a strategy under one LEP. `comment`: the id of one of the identical texts; `identical` and
 * `personalised`: people who sent the same text, and people who sent it with changes.
 */
export const campaignsPart = z.array(
  z.object({ comment: z.string(), identical: z.int().min(1), personalised: z.int().min(0) }),
);
export type CampaignsPart = z.infer<typeof campaignsPart>;
