import { appealableActions } from "@/lib/moderation/decisions/decision.rules";
import { findReason } from "@/lib/moderation/decisions/reason.rules";
import { type Segment, type Span, splitAtSpans } from "@/lib/text-spans";
import type { CaseKind, ModerationAction } from "@/prisma/generated/enums";

const actionText: Record<ModerationAction, string> = {
  publish: "Your comment is published.",
  return: "A rep has asked you to change something before your comment can be published.",
  reject: "A rep decided not to publish your comment.",
  redact: "A rep masked some of your comment. The rest is published.",
  remove: "A rep removed your comment.",
  lock: "A rep locked the thread your comment is in. People can read it, but not reply.",
  unlock: "People can reply again in the thread your comment is in.",
  uphold: "Another rep upheld your appeal. Your comment is published.",
  dismiss: "Another rep checked your appeal, and the decision stands.",
  warn: "A rep has sent you a warning. Read why and confirm that you have read it, then you can write again.",
  pre_moderate: "For a time, a rep will read what you write before it is published.",
  suspend: "For a time, you cannot write on this strategy. You can still read and react to comments.",
  agree: "Another rep checked the decision about your comment, and agrees with it.",
  disagree: "Another rep checked the decision about your comment, and would have decided differently.",
  take_back: "A rep undid a decision about your comment. A rep will decide again.",
  reopen: "Another rep reopened the decision about your comment. A rep will decide again.",
};

/** The preview of a dismissal outside appeals, which sends the author nothing. */
const unchangedText = "The comment stays unchanged, and we do not tell the author. We tell the person who reported it.";

/** The outcome of an appeal against a sanction. */
const sanctionAppealText: Partial<Record<ModerationAction, string>> = {
  uphold: "Another rep upheld your appeal. You can write again as before.",
  dismiss: "Another rep checked your appeal, and the decision stands.",
};

export type AuthorNotice = {
  title: string;
  reasonText: string | null;
  /** Free text from the rep to the author. */
  message: string | null;
  /** The comment with the phrases marked that the decision points at; empty when it points at none. */
  segments: Segment[];
  nextStep: string | null;
};

/**
 * A notice for the author of a comment: the decision, its reason, the phrases that it points at, and what they can do.
 */
export function buildAuthorNotice(decision: {
  kind: CaseKind;
  action: ModerationAction;
  reason: string | null;
  reasonVersion: number | null;
  toAuthor: string | null;
  text: string;
  spans: readonly Span[];
}): AuthorNotice {
  const { kind, action, reason, reasonVersion, toAuthor, text, spans } = decision;
  const nextStep =
    action === "return"
      ? "Change it and send it again. It goes straight to a rep."
      : appealableActions.includes(action)
        ? "If you think this is wrong, you can appeal once. Another rep will decide."
        : action === "disagree"
          ? "If you have not appealed yet, you can appeal now. Another rep will decide."
          : null;
  return {
    title: noticeTitle(kind, action),
    reasonText: findReason(reason, reasonVersion)?.text ?? null,
    message: toAuthor,
    segments: spans.length > 0 ? splitAtSpans(text, spans) : [],
    nextStep,
  };
}

function noticeTitle(kind: CaseKind, action: ModerationAction): string {
  if (action === "dismiss" && kind !== "appeal" && kind !== "sanction_appeal") return unchangedText;
  return (kind === "sanction_appeal" && sanctionAppealText[action]) || actionText[action];
}
