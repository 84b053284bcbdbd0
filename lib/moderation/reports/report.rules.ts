import type { CaseState, CommentState, ModerationAction } from "@/prisma/generated/enums";

/** Why somebody thinks that a comment should not be here. */
export const reportReasons = {
  identifies: "It shows who somebody is",
  insults: "It insults a person or a group",
  advert: "It is an advert",
  "off-topic": "It is not about this strategy",
  other: "Something else",
} as const;

/** Why somebody thinks that it is against the law. */
export const illegalReasons = {
  threat: "It threatens somebody, or calls for violence",
  hate: "It stirs up hatred of people for who they are",
  private: "It publishes private things about somebody",
  accuses: "It says that somebody did wrong, and that is not true",
  other: "Another law",
} as const;

export type ReportReason = keyof typeof reportReasons;
export type IllegalReason = keyof typeof illegalReasons;

/** What a rep reads of a report's reason. */
export function reportReasonLabel(reason: string): string {
  const all: Record<string, string> = { ...illegalReasons, ...reportReasons };
  return all[reason] ?? reason;
}

/** What became of a report. */
export type ReportOutcome = "pending" | "removed" | "redacted" | "dismissed" | "lapsed";

/** @param facts.action of the last decision on the report's case; null when there is none */
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

/** What somebody who reported a comment is told. */
export const reportOutcomeText: Record<ReportOutcome, string> = {
  pending: "A rep has not decided yet.",
  removed: "A rep agreed with you. The comment is gone.",
  redacted: "A rep masked some of its words.",
  dismissed: "A rep read the comment and your reasons, and left it as it was. Nobody was told that it was you.",
  lapsed: "There is nothing left to decide: the person who wrote it changed it or took it back.",
};

/** Hours for which a report of illegal content takes a comment off its page, unless a rep decides before. */
export const holdHours = 72;

/** A report of illegal content on the same words: whether it took them off the page, and whether a rep has decided. */
type EarlierReport = { heldUntil: Date | null; state: CaseState };

/** The same words are held once only: what a rep left, or nobody looked at in time, a second report does not take down. */
export const shouldHoldAgain = (before: readonly EarlierReport[]): boolean =>
  before.every(({ heldUntil, state }) => heldUntil === null && state !== "decided");
