import { z } from "zod";

const percent = z.number().min(0).max(100);
const share = z.object({ agree: percent, disagree: percent, reacted: z.int() });
const consensusPoint = z.object({ comment: z.string(), side: z.enum(["agree", "disagree"]), share });
export type ConsensusPoint = z.infer<typeof consensusPoint>;

/** Opinion groups, consensus and division, as the job stores them: an OpinionSummary of opinion-analysis.ts. */
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
