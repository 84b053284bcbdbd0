import { whyCannotWrite } from "@/lib/moderation/sanctions/sanction.policy";
import type { SanctionFacts } from "@/lib/moderation/sanctions/sanction.rules";
import type { CommentState } from "@/prisma/generated/enums";

type ReportFacts = {
  kind: "report" | "illegal";
  commentState: CommentState;
  /** They wrote the comment. */
  isOwn: boolean;
  /** They reported the same text before, and a rep decided. */
  wasDecidedBefore: boolean;
  sanctions: readonly SanctionFacts[];
};

/**
 * Why a person may not report a comment; null when they may. Reports are open to everybody in every phase of a strategy.
 * A suspended participant may still report illegal content.
 */
export function whyCannotReport(
  { kind, commentState, isOwn, wasDecidedBefore, sanctions }: ReportFacts,
  now: Date,
): string | null {
  if (commentState === "held") return "A rep is already checking this comment. It is hidden until then.";
  if (commentState !== "published") return "This comment has already gone.";
  if (isOwn) return "You wrote this comment. You can withdraw it in “My comments”.";
  if (wasDecidedBefore) return "You have already reported this. A rep read it and left it unchanged.";
  return kind === "report" ? whyCannotWrite(sanctions, now) : null;
}
