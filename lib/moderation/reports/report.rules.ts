import type { CaseState, CommentState, ModerationAction } from "@/prisma/generated/enums";

/** Reasons for reporting a comment. */
export const reportReasons = {
  identifies: "It identifies somebody",
  insults: "It insults a person or a group",
  advert: "It is an advert",
  "off-topic": "It is not about this strategy",
  other: "Something else",
} as const;

/** Reasons for reporting illegal content. */
export const illegalReasons = {
  threat: "It threatens somebody, or calls for violence",
  hate: "It stirs up hatred of people for who they are",
  private: "It publishes private information about somebody",
  accuses: "It says something untrue that harms somebody’s reputation",
  other: "Another law",
} as const;

export type ReportReason = keyof typeof reportReasons;
export type IllegalReason = keyof typeof illegalReasons;

/** The text of a reason, for reps. */
export function reportReasonLabel(reason: string): string {
  const all: Record<string, string> = { ...illegalReasons, ...reportReasons };
  return all[reason] ?? reason;
}

/** The outcome of a report, as its reporter sees it. */
export type ReportOutcome = "pending" | "removed" | "redacted" | "dismissed" | "lapsed";

/** @param facts.action the last decision on the report's case; null when there is none */
export function reportOutcome(facts: {
  state: CaseState;
  action: ModerationAction | null;
  commentState: CommentState;
}): ReportOutcome {
  const { state, action, commentState } = facts;
  if (state === "open") return "pending";
  if (commentState === "removed" || commentState === "rejected") return "removed";
  if (state === "lapsed") return "lapsed";
  return action === "redact" ? "redacted" : "dismissed";
}

/** Shown to the reporter. */
export const reportOutcomeText: Record<ReportOutcome, string> = {
  pending: "A rep has not decided yet.",
  removed: "A rep agreed with you. The comment has been removed.",
  redacted: "A rep masked some of its text.",
  dismissed:
    "A rep read the comment and your reasons, and left it unchanged. We did not tell anybody that you reported it.",
  lapsed: "There is nothing left to decide. The author changed or withdrew it.",
};

/** Hours for which a report of illegal content holds a comment, unless a rep decides before. */
export const holdHours = 72;

/** An earlier case of illegal content on the same text. */
type EarlierReport = { heldUntil: Date | null; state: CaseState };

/** A text is held once: not again after a rep left it or the hold expired. */
export const shouldHoldAgain = (before: readonly EarlierReport[]): boolean =>
  before.every(({ heldUntil, state }) => heldUntil === null && state !== "decided");
