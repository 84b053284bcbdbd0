import { reportOutcomeText } from "@/lib/moderation/reports/report.rules";
import type { NoticeKind } from "@/lib/notifications/notice.rules";

const reporterText = (outcome: string) => `You reported a comment. ${outcome}`;

/** Titles of notices. Those of decisions are for when the decision itself cannot be shown. */
const titles: Record<NoticeKind, string> = {
  "comment-published": "Your comment is published.",
  "comment-returned": "A rep has asked you to change something before your comment can be published.",
  "comment-rejected": "A rep decided not to publish your comment.",
  "comment-removed": "A rep removed your comment.",
  "comment-redacted": "A rep masked some of your comment.",
  "comment-held":
    "Somebody reported your comment as illegal. It is hidden until a rep has checked it, for up to 3 days.",
  "comment-restored": "Your comment is visible again, because no rep decided about the report in time.",
  "decision-reversed": "A decision about your comment was undone. A rep will decide again.",
  "thread-locked": "A rep locked the thread your comment is in.",
  "thread-unlocked": "People can reply again in the thread your comment is in.",
  "appeal-upheld": "Another rep upheld your appeal.",
  "appeal-dismissed": "Another rep checked your appeal, and the decision stands.",
  "second-look-disagreed": "Another rep checked the decision about your comment, and would have decided differently.",
  "sanction-imposed": "A rep has limited how you can write. See “My comments” for what was decided, and why.",
  "sanction-lifted": "You can write as before. A rep has lifted the decision about you.",
  "sanction-appeal-dismissed": "Another rep checked your appeal, and the decision stands.",
  "report-removed": reporterText(reportOutcomeText.removed),
  "report-redacted": reporterText(reportOutcomeText.redacted),
  "report-dismissed": reporterText(reportOutcomeText.dismissed),
  "report-lapsed": reporterText(reportOutcomeText.lapsed),
  "report-reopened": reporterText("The decision was undone. A rep will decide again."),
  "original-opened": "Two people unlocked your masked text. See “My comments” for the reason.",
  "answer-published": "There is an answer to what you raised.",
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
  if (kind === "answer-published" && answeredBy) return `${answeredBy} answered what you raised.`;
  return Object.hasOwn(titles, kind) ? titles[kind as NoticeKind] : unknownNoticeTitle;
}

/** For a kind that this version does not know. */
export const unknownNoticeTitle = "Something changed with your comment. See “My comments” for its status.";
