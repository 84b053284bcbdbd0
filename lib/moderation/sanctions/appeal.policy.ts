import { appealableActions } from "@/lib/moderation/decisions/decision.rules";
import type { CommentState, ModerationAction } from "@/prisma/generated/enums";

/** Why an author may not appeal against a decision on their comment; null when they may. */
export function whyCannotAppeal(facts: {
  commentState: CommentState;
  /** The last decision on the comment. */
  action: ModerationAction | null;
  hasAppealed: boolean;
}): string | null {
  const { commentState, action, hasAppealed } = facts;
  if (commentState !== "rejected" && commentState !== "removed")
    return "There is no longer a decision to appeal against.";
  if (hasAppealed) return "You have already appealed. The other rep’s decision is final.";
  return action && appealableActions.includes(action) ? null : "There is no decision to appeal against.";
}

/** Why a person may not appeal against their sanction; null when they may. */
export function whyCannotAppealSanction(facts: { isLifted: boolean; hasAppealed: boolean }): string | null {
  if (facts.isLifted) return "This has already ended, so you cannot appeal.";
  return facts.hasAppealed ? "You have already appealed. The other rep’s decision is final." : null;
}
