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
  if (commentState === "held") return "A rep is looking at this comment already. Nobody can read it until then.";
  if (commentState !== "published") return "This comment is gone already.";
  if (isOwn) return "You wrote this comment yourself. You can take it back on “My comments”.";
  if (wasDecidedBefore) return "You reported this before. A rep read it then, and left it as it is.";
  return kind === "report" ? whyCannotWrite(sanctions, now) : null;
}
