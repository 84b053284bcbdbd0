import type { CaseState, CommentState, Deed } from "@/prisma/generated/enums";

/** Why somebody thinks that a comment should not be here. */
export const flagReasons = {
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

export type FlagReason = keyof typeof flagReasons;
export type IllegalReason = keyof typeof illegalReasons;

/** What a rep reads of a report's reason. */
export function flagWords(reason: string): string {
  const all: Record<string, string> = { ...illegalReasons, ...flagReasons };
  return all[reason] ?? reason;
}

/** What became of a report. */
export type Outcome = "waits" | "removed" | "masked" | "kept" | "over";

/** @param deed of the last decision on the report's case; null when there is none */
export function outcomeOf(about: { state: CaseState; deed: Deed | null; commentState: CommentState }): Outcome {
  const { state, deed, commentState } = about;
  if (state === "open") return "waits";
  if (commentState === "removed" || commentState === "rejected") return "removed";
  if (state === "lapsed") return "over";
  return deed === "redact" ? "masked" : "kept";
}

/** What somebody who reported a comment is told. */
export const outcomeWords: Record<Outcome, string> = {
  waits: "A rep has not decided yet.",
  removed: "A rep agreed with you. The comment is gone.",
  masked: "A rep masked some of its words.",
  kept: "A rep read the comment and your reasons, and left it as it was. Nobody was told that it was you.",
  over: "There is nothing left to decide: the person who wrote it changed it or took it back.",
};

/** Hours for which a report of illegal content takes a comment off its page, unless a rep decides before. */
export const holdHours = 72;

/** A report of illegal content on the same words: whether it took them off the page, and whether a rep has decided. */
type Before = { heldUntil: Date | null; state: CaseState };

/** The same words are held once only: what a rep left, or nobody looked at in time, a second report does not take down. */
export const isHeldFor = (before: readonly Before[]): boolean =>
  before.every(({ heldUntil, state }) => heldUntil === null && state !== "decided");
