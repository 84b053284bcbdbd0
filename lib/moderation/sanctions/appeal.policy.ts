import { canAppeal } from "@/lib/moderation/decisions/decision.rules";
import type { CommentState, Deed } from "@/prisma/generated/enums";

/** Why an author may not appeal against a decision on their comment, in words for them; null when they may. */
export function whyNoAppeal(about: {
  commentState: CommentState;
  /** Of the last decision on the comment. */
  deed: Deed | null;
  hasAppealed: boolean;
}): string | null {
  const { commentState, deed, hasAppealed } = about;
  if (commentState !== "rejected" && commentState !== "removed") return "There is nothing to appeal against any more.";
  if (hasAppealed) return "You have appealed once already. Another rep decides then, and that stays.";
  return deed && canAppeal.includes(deed) ? null : "There is nothing to appeal against.";
}

/** The same of a sanction. */
export function whyNoSanctionAppeal(about: { isLifted: boolean; hasAppealed: boolean }): string | null {
  if (about.isLifted) return "This is over already. There is nothing to appeal against.";
  return about.hasAppealed ? "You have appealed once already. Another rep decides then, and that stays." : null;
}
