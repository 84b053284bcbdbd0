import type { AnswerInput, answerInput } from "@/lib/answers/answer.schema";
import { addDays, endOfDay, isoDay } from "@/lib/dates";
import type { StoredValues } from "@/lib/forms/fields.schema";
import { paths } from "@/lib/routes";
import type { AnswerDecision, AnswerSourceKind } from "@/prisma/generated/enums";

/** The time that a lead body has to answer after a strategy closes. */
export const weeksToAnswer = 12;

const msPerWeek = 7 * 86_400_000;

export type AnswerDeadline = {
  /** "open": still takes comments; "running": within the 12 weeks; "over": after them; "complete": all is answered. */
  state: "open" | "running" | "over" | "complete";
  dueAt: Date | null;
  /** Weeks until answers are due, or since they were due, rounded up. */
  weeks: number;
};

/** Answers are due at the end of the day 12 weeks after the closing day. There is no due day without a closing day. */
export function answerDeadline(closesAt: Date | null, isComplete: boolean, now: Date): AnswerDeadline {
  const dueAt = closesAt && endOfDay(addDays(isoDay(closesAt), weeksToAnswer * 7));
  if (isComplete) return { state: "complete", dueAt, weeks: 0 };
  if (!closesAt || !dueAt || now < closesAt) return { state: "open", dueAt, weeks: 0 };
  const weeks = Math.ceil(Math.abs(dueAt.getTime() - now.getTime()) / msPerWeek);
  return { state: now <= dueAt ? "running" : "over", dueAt, weeks };
}

export const answerDecisionLabels: Record<AnswerDecision, string> = {
  accepted: "Accepted",
  partly_accepted: "Accepted in part",
  rejected: "Not accepted",
  already_included: "Already in the strategy",
};

export const answerDecisionHints: Record<AnswerDecision, string> = {
  accepted: "The strategy will change as people asked.",
  partly_accepted: "The strategy will change in part.",
  rejected: "The strategy will not change.",
  already_included: "The strategy already says this.",
};

/** The page with the comments, or the response, that an answer is about. */
export function sourcePath(kind: AnswerSourceKind, strategyId: string, id: string): string {
  if (kind === "theme") return paths.commentsOn(strategyId, id);
  return kind === "thread" ? paths.thread(strategyId, id) : paths.response(strategyId, id);
}

/** A revision as its form shows it. */
export const answerValues = ({ decision, why, changed, paragraph }: AnswerInput): StoredValues<typeof answerInput> => ({
  decision,
  why,
  changed: changed ?? "",
  paragraph: paragraph ?? "",
});
