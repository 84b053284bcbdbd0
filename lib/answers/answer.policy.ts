import { isOfficerOf, type Person } from "@/lib/people/person.policy";
import type { AnswerState, Phase } from "@/prisma/generated/enums";

/** Phases in which there is something to answer, and it may still be answered. */
const answeredIn: readonly Phase[] = ["open", "closed"];

/** Officers of the lead body answer while the consultation runs and after it closed, until it is archived. */
export function canAnswer(person: Person, strategy: { leadBodyId: string; phase: Phase }): boolean {
  return isOfficerOf(person, strategy.leadBodyId) && answeredIn.includes(strategy.phase);
}

/** What the guards look at: the newest words of an answer. */
export type AnswerFacts = { bodyId: string; state: AnswerState; phase: Phase; writtenById: string };

/** Drafts are for the officers of the body that answers. */
export const canSeeDraft = (person: Person, { bodyId }: Pick<AnswerFacts, "bodyId">) => isOfficerOf(person, bodyId);

/** New words may be put to any answer; they are a draft until a second officer has read them. */
export const canRevise = (person: Person, { bodyId, phase }: Pick<AnswerFacts, "bodyId" | "phase">) =>
  canAnswer(person, { leadBodyId: bodyId, phase });

/** Why this person may not review the answer; null when they may. */
export function whyNotReview(person: Person, answer: AnswerFacts): string | null {
  if (!canRevise(person, answer)) return "Only officers of the body that answers can review it.";
  if (answer.state !== "draft") return "There is no draft to review.";
  if (answer.writtenById === person.accountId) return "You wrote this, so another officer reviews it.";
  return null;
}

/** Why this person may not publish the answer; null when they may. */
export function whyNotPublish(person: Person, answer: AnswerFacts): string | null {
  if (!canRevise(person, answer)) return "Only officers of the body that answers can publish it.";
  if (answer.state === "draft") return "A second officer reviews it first.";
  if (answer.state === "published") return "It is published.";
  return null;
}

export type ClosingFacts = { isOver: boolean; isClosed: boolean; unanswered: readonly { name: string }[] };

/** Why the answers to a strategy cannot be called complete; null when they can. */
export function whyNotClose({ isOver, isClosed, unanswered }: ClosingFacts): string | null {
  if (isClosed) return "The answers are complete already.";
  return whyNotArchive({ isOver, unanswered });
}

/** Why a strategy cannot be put away for reading only; null when it can. What was called complete is asked again. */
export function whyNotArchive({ isOver, unanswered }: Omit<ClosingFacts, "isClosed">): string | null {
  if (!isOver) return "The strategy still takes comments.";
  if (unanswered.length === 0) return null;
  return `These themes have comments and no published answer: ${unanswered.map(({ name }) => name).join("; ")}.`;
}
