import type { CitedComments } from "@/lib/summaries/cited-comment.rules";
import { excerpt } from "@/lib/summaries/display.rules";
import type { ConsensusPoint, OpinionPart } from "@/lib/summaries/opinion/opinion.schema";

/** Why no groups are shown, in a sentence. */
export const noGroupsText: Record<NonNullable<OpinionPart["why"]>, string> = {
  "too-few-people": "Too few people have reacted to enough comments.",
  "a-group-too-small": "One of the groups is too small to show.",
  "no-clearer-than-chance": "The groups are no clearer than chance alone would give.",
  "not-stable": "The groups change when we leave some people out, so we do not show them.",
};

/** The ids of the comments that this part names; some may come twice. */
export function listOpinionCommentIds({ groups, consensus, groupAwareConsensus, divisive }: OpinionPart): string[] {
  const points = [...(groups ?? []).flatMap(({ defining }) => defining), ...consensus, ...groupAwareConsensus];
  return [...points, ...divisive].map(({ comment }) => comment);
}

/** Describes a group by the comment that it agrees with, or rejects, more than others do; never by who is in it. */
export function groupLabel(point: ConsensusPoint | undefined, comments: CitedComments): string {
  const text = point && comments.get(point.comment)?.text;
  if (!point || !text) return "by how it reacts";
  return `${point.side === "agree" ? "agrees" : "disagrees"} with “${excerpt(text, 70)}”`;
}
