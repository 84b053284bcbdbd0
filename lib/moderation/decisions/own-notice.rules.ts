import { type ReportOutcome, reportOutcomeText } from "@/lib/moderation/reports/report.rules";

/** What a notice says that is of no decision of a rep on the comment itself. */
const titlesByKind: Record<string, string> = {
  "original-opened": "Two people opened masked words of yours. “My comments” says why.",
  "comment-held":
    "Somebody said that your comment is against the law. Nobody can read it until a rep has looked, for three days at most.",
  "comment-restored": "Your comment can be read again: no rep decided in time on what was said of it.",
  "sanction-lifted": "You can write as before. What was decided about you is taken back.",
  "sanction-appeal-dismissed": "Another rep looked at your appeal, and what was decided stays.",
};

/** The words of a notice by its kind alone; null when its decision says them. */
export function noticeTitle(kind: string): string | null {
  const outcome = kind.startsWith("report-") ? kind.slice("report-".length) : null;
  if (outcome !== null && Object.hasOwn(reportOutcomeText, outcome))
    return `You reported a comment. ${reportOutcomeText[outcome as ReportOutcome]}`;
  return titlesByKind[kind] ?? null;
}

/** For a kind that is not known here: still true, and it leads on. */
export const unknownNoticeTitle = "Something changed with your comment. You see how it stands on “My comments”.";
