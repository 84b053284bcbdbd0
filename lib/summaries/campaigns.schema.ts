import { z } from "zod";

/**
 * The campaigns in a scope. `comment`: the id of one of the identical texts; `identical` and
 * `personalised`: people who sent the same text, and people who sent it with changes; the lists: the ids of their
 * comments.
 */
export const campaignsPart = z.array(
  z.object({
    comment: z.string(),
    identical: z.int().min(1),
    personalised: z.int().min(0),
    identicalTexts: z.array(z.string()).default([]),
    personalisedTexts: z.array(z.string()).default([]),
  }),
);
export type CampaignsPart = z.infer<typeof campaignsPart>;
