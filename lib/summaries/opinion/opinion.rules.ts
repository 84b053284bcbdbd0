import type { CitedComments } from "@/lib/summaries/cited-comment.rules";
import { excerpt } from "@/lib/summaries/display.rules";
import type { ConsensusPoint, OpinionPart } from "@/lib/summaries/opinion/opinion.schema";
import type { Summary } from "@/lib/summaries/summary.rules";

/** Why no groups are shown, in a sentence. */
export const noGroupsText: Record<NonNullable<OpinionPart["why"]>, string> = {
  "too-few-people": "Too few people have reacted to enough comments.",
  "a-group-too-small": "One of the groups is too small to show.",
  "no-clearer-than-chance": "The groups are no clearer than chance alone would give.",
  "not-stable": "The groups change when we leave some people out, so we do not show them.",
};

/** Why there is no analysis: a job makes it after the release, so for some minutes there is one without the other. */
export function noAnalysisText({ release, heardByLep }: Pick<Summary, "release" | "heardByLep">): string {
  return release || (heardByLep && heardByLep.size > 0)
    ? "We are working out the opinion groups of the newest release. This takes a few minutes."
    : "We work out opinion groups with each release. There is no release yet.";
}

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
