/** Every kind of notice. Stored, so never change one. */
export const noticeKinds = [
  "comment-published",
  "comment-returned",
  "comment-rejected",
  "comment-removed",
  "comment-redacted",
  "comment-held",
  "comment-restored",
  "decision-reversed",
  "thread-locked",
  "thread-unlocked",
  "appeal-upheld",
  "appeal-dismissed",
  "second-look-disagreed",
  "sanction-imposed",
  "sanction-lifted",
  "sanction-appeal-dismissed",
  "report-removed",
  "report-redacted",
  "report-dismissed",
  "report-lapsed",
  "report-reopened",
  "original-opened",
  "answer-published",
] as const;

export type NoticeKind = (typeof noticeKinds)[number];
