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
  if (commentState !== "rejected" && commentState !== "removed") return "There is nothing to appeal against any more.";
  if (hasAppealed) return "You have appealed once already. Another rep decides then, and that stays.";
  return action && appealableActions.includes(action) ? null : "There is nothing to appeal against.";
}

/** Why a person may not appeal against their sanction; null when they may. */
export function whyCannotAppealSanction(facts: { isLifted: boolean; hasAppealed: boolean }): string | null {
  if (facts.isLifted) return "This is over already. There is nothing to appeal against.";
  return facts.hasAppealed ? "You have appealed once already. Another rep decides then, and that stays." : null;
}
