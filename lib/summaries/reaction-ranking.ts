import { countReactions, type Reactions } from "@/lib/summaries/counts.rules";
import type { CommentRating } from "@/lib/summaries/counts.schema";
import { wilsonLowerBound } from "@/lib/summaries/wilson";

type RatedComment = Reactions & { id: string };

/** A comment with fewer reactions is not ranked. */
const minReactions = 5;
const listLength = 8;

/**
 * The comments that more than half of those who reacted agree with, the best supported first, and those that split
 * people most evenly: at most eight of each.
 */
export function rankComments(comments: readonly RatedComment[]): Record<"supported" | "disputed", CommentRating[]> {
  const rateable = comments.filter((comment) => countReactions(comment) >= minReactions);
  const divided = rateable.filter((comment) => evenness(comment) > 0.5);
  return {
    supported: sortBySupport(rateable.filter((comment) => comment.agrees * 2 > countReactions(comment)))
      .slice(0, listLength)
      .map(toRating),
    disputed: divided
      .sort((a, b) => evenness(b) - evenness(a) || countReactions(b) - countReactions(a) || (a.id < b.id ? -1 : 1))
      .slice(0, listLength)
      .map(toRating),
  };
}

const toRating = ({ id, agrees, disagrees, passes }: RatedComment) => ({ comment: id, agrees, disagrees, passes });

/**
 * The most supported first, by Wilson's lower bound of the share who agree among all who reacted. Passes count as
 * reactions, because a pass is not support. Ties are ordered by number of agreements, then by id.
 */
export function sortBySupport<Comment extends RatedComment>(comments: readonly Comment[]): Comment[] {
  const bound = (comment: Comment) => wilsonLowerBound(comment.agrees, countReactions(comment));
  return [...comments].sort((a, b) => bound(b) - bound(a) || b.agrees - a.agrees || (a.id < b.id ? -1 : 1));
}

/** How evenly a comment splits those who reacted, from 0 (all on one side) to 1 (half agree, half disagree). */
export function evenness(reactions: Reactions): number {
  const reacted = countReactions(reactions);
  return reacted === 0 ? 0 : (2 * Math.min(reactions.agrees, reactions.disagrees)) / reacted;
}
