import { reportOutcomeText } from "@/lib/moderation/reports/report.rules";
import type { NoticeKind } from "@/lib/notifications/notice.rules";

const reporterText = (outcome: string) => `You reported a comment. ${outcome}`;

/** Titles of notices. Those of decisions are for when the decision itself cannot be shown. */
const titles: Record<NoticeKind, string> = {
  "comment-published": "Your comment is published.",
  "comment-returned": "A rep has asked you to change something before your comment can be published.",
  "comment-rejected": "A rep decided not to publish your comment.",
  "comment-removed": "A rep removed your comment.",
  "comment-redacted": "A rep masked some words of your comment.",
  "comment-held":
    "Somebody said that your comment is against the law. Nobody can read it until a rep has looked, for three days at most.",
  "comment-restored": "Your comment can be read again: no rep decided in time on what was said of it.",
  "decision-reversed": "A decision on your comment was taken back. A rep decides again.",
  "thread-locked": "A rep closed the conversation that your comment is in.",
  "thread-unlocked": "The conversation that your comment is in takes replies again.",
  "appeal-upheld": "Another rep looked at your appeal, and you were right.",
  "appeal-dismissed": "Another rep looked at your appeal, and the decision stays.",
  "second-look-disagreed":
    "Another rep looked at the decision on your comment again, and would have decided otherwise.",
  "sanction-imposed": "A rep decided that you cannot write as before. “My comments” says what was decided, and why.",
  "sanction-lifted": "You can write as before. A rep has lifted the decision about you.",
  "sanction-appeal-dismissed": "Another rep looked at your appeal, and what was decided stays.",
  "report-removed": reporterText(reportOutcomeText.removed),
  "report-redacted": reporterText(reportOutcomeText.redacted),
  "report-dismissed": reporterText(reportOutcomeText.dismissed),
  "report-lapsed": reporterText(reportOutcomeText.lapsed),
  "report-reopened": reporterText("The decision was taken back. A rep decides again."),
  "original-opened": "Two people opened masked words of yours. “My comments” says why.",
  "answer-published": "What you spoke of has an answer.",
};

/** Kinds whose title, and more, comes from the decision, for the author. */
const decisionKinds = new Set<string>([
  "comment-published",
  "comment-returned",
  "comment-rejected",
  "comment-removed",
  "comment-redacted",
  "thread-locked",
  "thread-unlocked",
  "appeal-upheld",
  "appeal-dismissed",
  "second-look-disagreed",
  "sanction-imposed",
] satisfies NoticeKind[]);

export const followsDecision = (kind: string): boolean => decisionKinds.has(kind);

/** @param answeredBy the body that answered, for the notice of an answer */
export function noticeTitle(kind: string, answeredBy: string | null = null): string {
  if (kind === "answer-published" && answeredBy) return `${answeredBy} answered what you spoke of.`;
  return Object.hasOwn(titles, kind) ? titles[kind as NoticeKind] : unknownNoticeTitle;
}

/** For a kind that this version does not know. */
export const unknownNoticeTitle = "Something changed with your comment. You see how it stands on “My comments”.";
