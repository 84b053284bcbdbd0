import { isOfficerOf, type Person } from "@/lib/people/person.policy";
import type { AnswerState, Phase } from "@/prisma/generated/enums";

/** Phases in which there is something to answer, and it may still be answered. */
const answerablePhases: readonly Phase[] = ["open", "closed"];

/** Officers of the lead body answer while the consultation runs and after it closed, until it is archived. */
export function canAnswer(person: Person, strategy: { leadBodyId: string; phase: Phase }): boolean {
  return isOfficerOf(person, strategy.leadBodyId) && answerablePhases.includes(strategy.phase);
}

/** What the guards look at: the newest words of an answer. */
export type AnswerFacts = { bodyId: string; state: AnswerState; phase: Phase; writtenById: string };

/** Drafts are for the officers of the body that answers. */
export const canSeeAnswerDraft = (person: Person, { bodyId }: Pick<AnswerFacts, "bodyId">) =>
  isOfficerOf(person, bodyId);

/** New words may be put to any answer; they are a draft until a second officer has read them. */
export const canReviseAnswer = (person: Person, { bodyId, phase }: Pick<AnswerFacts, "bodyId" | "phase">) =>
  canAnswer(person, { leadBodyId: bodyId, phase });

/** Why this person may not review the answer; null when they may. */
export function whyCannotReviewAnswer(person: Person, answer: AnswerFacts): string | null {
  if (!canReviseAnswer(person, answer)) return "Only officers of the body that answers can review it.";
  if (answer.state !== "draft") return "There is no draft to review.";
  if (answer.writtenById === person.accountId) return "You wrote this, so another officer reviews it.";
  return null;
}

/** Why this person may not publish the answer; null when they may. */
export function whyCannotPublishAnswer(person: Person, answer: AnswerFacts): string | null {
  if (!canReviseAnswer(person, answer)) return "Only officers of the body that answers can publish it.";
  if (answer.state === "draft") return "A second officer reviews it first.";
  if (answer.state === "published") return "It is published.";
  return null;
}

export type ClosureFacts = { isOver: boolean; isClosed: boolean; unanswered: readonly { name: string }[] };

/** Why the answers to a strategy cannot be called complete; null when they can. */
export function whyCannotCloseAnswers({ isOver, isClosed, unanswered }: ClosureFacts): string | null {
  if (isClosed) return "The answers are complete already.";
  return whyCannotArchiveStrategy({ isOver, unanswered });
}

/** Why a strategy cannot be put away for reading only; null when it can. What was called complete is asked again. */
export function whyCannotArchiveStrategy({ isOver, unanswered }: Omit<ClosureFacts, "isClosed">): string | null {
  if (!isOver) return "The strategy still takes comments.";
  if (unanswered.length === 0) return null;
  return `These themes have comments and no published answer: ${unanswered.map(({ name }) => name).join("; ")}.`;
}

/** Only officers of a body write, read and remove its notes and tags. */
export const canManageNotes = (person: Person, bodyId: string) => isOfficerOf(person, bodyId);
