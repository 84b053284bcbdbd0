import type { OpinionPart } from "@/lib/summaries/opinion/opinion.schema";

/** Why no groups are shown, in a sentence. */
export const noGroupsText: Record<NonNullable<OpinionPart["why"]>, string> = {
  "too-few-people": "Too few people have reacted to enough comments to tell.",
  "a-group-too-small": "One of the groups that we found is so small that we will not speak of it.",
  "no-clearer-than-chance": "What looks like groups is no clearer than what chance alone would draw.",
  "not-stable": "When we leave some people out, the groups fall out differently. We do not show what does not last.",
};

/** The ids of the comments that this part names; some may come twice. */
export function listOpinionCommentIds({ groups, consensus, groupAwareConsensus, divisive }: OpinionPart): string[] {
  const points = [...(groups ?? []).flatMap(({ defining }) => defining), ...consensus, ...groupAwareConsensus];
  return [...points, ...divisive].map(({ comment }) => comment);
}
