import { paths } from "@/lib/routes";
import type { AnswerDecision, AnswerSourceKind } from "@/prisma/generated/enums";

/** How long a lead body has to answer, from the day the consultation closes. */
export const weeksToAnswer = 12;

const msPerWeek = 7 * 86_400_000;

export type AnswerDeadline = {
  /** "open": still takes comments; "running": the twelve weeks; "over": they have passed; "complete": all is answered. */
  state: "open" | "running" | "over" | "complete";
  dueAt: Date | null;
  /** Whole weeks until it is due, or since, rounded up. */
  weeks: number;
};

/** The clock of twelve weeks. Without a closing day it does not run. */
export function answerDeadline(closesAt: Date | null, isComplete: boolean, now: Date): AnswerDeadline {
  const dueAt = closesAt && new Date(closesAt.getTime() + weeksToAnswer * msPerWeek);
  if (isComplete) return { state: "complete", dueAt, weeks: 0 };
  if (!closesAt || !dueAt || now < closesAt) return { state: "open", dueAt, weeks: 0 };
  const weeks = Math.ceil(Math.abs(dueAt.getTime() - now.getTime()) / msPerWeek);
  return { state: now <= dueAt ? "running" : "over", dueAt, weeks };
}

export const answerDecisionLabels: Record<AnswerDecision, string> = {
  accepted: "Accepted",
  partly_accepted: "Accepted in part",
  rejected: "Not accepted",
  already_included: "Already so",
};

export const answerDecisionHints: Record<AnswerDecision, string> = {
  accepted: "The strategy changes as people asked.",
  partly_accepted: "Some of it changes.",
  rejected: "It stays as it is.",
  already_included: "The strategy says this already.",
};

/** Where the comments, or the words, behind a point can be read. */
export function sourcePath(kind: AnswerSourceKind, strategyId: string, id: string): string {
  if (kind === "theme") return paths.commentsOn(strategyId, id);
  return kind === "thread" ? paths.thread(strategyId, id) : paths.response(strategyId, id);
}
