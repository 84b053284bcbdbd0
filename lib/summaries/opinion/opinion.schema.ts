import { z } from "zod";

const percent = z.number().min(0).max(100);
const share = z.object({ agree: percent, disagree: percent, reacted: z.int() });
const consensusPoint = z.object({ comment: z.string(), side: z.enum(["agree", "disagree"]), share });
export type ConsensusPoint = z.infer<typeof consensusPoint>;

/** Where people stand, as the job wrote it: see OpinionSummary in lib/summaries/opinion. */
export const opinionPart = z.object({
  people: z.int(),
  groups: z.array(z.object({ name: z.string(), people: z.int(), defining: z.array(consensusPoint) })).nullable(),
  why: z.enum(["too-few-people", "a-group-too-small", "no-clearer-than-chance", "not-stable"]).nullable(),
  gate: z
    .object({ silhouette: z.number(), greatestShuffled: z.number().nullable(), stability: z.number().nullable() })
    .nullable(),
  consensus: z.array(consensusPoint),
  groupAwareConsensus: z.array(consensusPoint),
  divisive: z.array(z.object({ comment: z.string(), shares: z.array(share) })),
  map: z
    .object({
      hexagons: z.array(z.object({ group: z.int(), x: z.number(), y: z.number(), people: z.int() })),
      centres: z.array(z.object({ x: z.number(), y: z.number() })),
      notDrawn: z.int(),
    })
    .nullable(),
});
export type OpinionPart = z.infer<typeof opinionPart>;

/** Why no groups are shown, in a sentence. */
export const noGroupsText: Record<NonNullable<OpinionPart["why"]>, string> = {
  "too-few-people": "Too few people have reacted to enough comments to tell.",
  "a-group-too-small": "One of the groups that we found is so small that we will not speak of it.",
  "no-clearer-than-chance": "What looks like groups is no clearer than what chance alone would draw.",
  "not-stable": "When we leave some people out, the groups fall out differently. We do not show what does not last.",
};

/** The comments that this part speaks of. */
export function listCitedCommentIds({ groups, consensus, groupAwareConsensus, divisive }: OpinionPart): string[] {
  const points = [...(groups ?? []).flatMap(({ defining }) => defining), ...consensus, ...groupAwareConsensus];
  return [...points, ...divisive].map(({ comment }) => comment);
}
