import { appealableActions } from "@/lib/moderation/decisions/decision.rules";
import { findReason } from "@/lib/moderation/decisions/reason.rules";
import { type Segment, type Span, splitAtSpans } from "@/lib/text-spans";
import type { CaseKind, ModerationAction } from "@/prisma/generated/enums";

const actionText: Record<ModerationAction, string> = {
  publish: "Your comment is published.",
  return: "A rep has asked you to change something before your comment can be published.",
  reject: "A rep decided not to publish your comment.",
  redact: "A rep masked some words of your comment. The rest of it is published.",
  remove: "A rep removed your comment.",
  lock: "A rep closed the conversation that your comment is in. It can be read, and takes no more replies.",
  unlock: "The conversation that your comment is in takes replies again.",
  uphold: "Another rep looked at your appeal, and you were right. Your comment is published.",
  dismiss: "Another rep looked at your appeal, and the decision stays.",
  warn: "A rep warns you. Read why, and say that you have read it: then you can write again.",
  pre_moderate: "For a while a rep reads what you write before others can.",
  suspend: "For a while you cannot write on this strategy. You can go on reading and answering “agree” or “disagree”.",
  agree: "Another rep looked at the decision on your comment again, and agrees.",
  disagree: "Another rep looked at the decision on your comment again, and would have decided otherwise.",
  take_back: "A rep took back a decision on your comment. A rep decides again.",
  reopen: "Another rep opened the decision on your comment again. A rep decides again.",
};

/** The preview of a dismissal outside appeals, which sends the author nothing. */
const unchangedText = "The comment stays as it is, and its author is told nothing. Who reported it is told that.";

/** The outcome of an appeal against a sanction. */
const sanctionAppealText: Partial<Record<ModerationAction, string>> = {
  uphold: "Another rep looked at your appeal, and you were right. You can write as before.",
  dismiss: "Another rep looked at your appeal, and what was decided stays.",
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
      ? "Change it and send it again: it goes to a rep at once."
      : appealableActions.includes(action)
        ? "If you think that this is wrong, you can appeal once. Another rep decides then."
        : action === "disagree"
          ? "If you have not appealed yet, you can do so now. One more rep decides then."
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
