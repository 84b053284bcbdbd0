import { type ReportOutcome, reportOutcomeText } from "@/lib/moderation/reports/report.rules";

/** Titles of notices that are not about a rep's decision on the comment. */
const titlesByKind: Record<string, string> = {
  "original-opened": "Two people opened masked words of yours. “My comments” says why.",
  "comment-held":
    "Somebody said that your comment is against the law. Nobody can read it until a rep has looked, for three days at most.",
  "comment-restored": "Your comment can be read again: no rep decided in time on what was said of it.",
  "sanction-lifted": "You can write as before. What was decided about you is taken back.",
  "sanction-appeal-dismissed": "Another rep looked at your appeal, and what was decided stays.",
};

/** The title of a notice that follows from its kind; null when it follows from its decision. */
export function noticeTitle(kind: string): string | null {
  const outcome = kind.startsWith("report-") ? kind.slice("report-".length) : null;
  if (outcome !== null && Object.hasOwn(reportOutcomeText, outcome))
    return `You reported a comment. ${reportOutcomeText[outcome as ReportOutcome]}`;
  return titlesByKind[kind] ?? null;
}

/** For a kind that this version does not know. */
export const unknownNoticeTitle = "Something changed with your comment. You see how it stands on “My comments”.";
