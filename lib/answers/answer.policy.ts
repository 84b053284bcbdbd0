import { isOfficerOf, type Person } from "@/lib/people/person.policy";
import type { AnswerState, Phase } from "@/prisma/generated/enums";

/** The phases in which a strategy can be answered. */
const answerablePhases: readonly Phase[] = ["open", "closed"];

/** Officers of the lead body answer from when a strategy opens until it is archived. */
export function canAnswer(person: Person, strategy: { leadBodyId: string; phase: Phase }): boolean {
  return isOfficerOf(person, strategy.leadBodyId) && answerablePhases.includes(strategy.phase);
}

/** What decides about an answer. `writtenById` is the author of its newest revision. */
export type AnswerFacts = { bodyId: string; state: AnswerState; phase: Phase; writtenById: string };

/** Only officers of the body that answers see drafts. */
export const canSeeAnswerDraft = (person: Person, { bodyId }: Pick<AnswerFacts, "bodyId">) =>
  isOfficerOf(person, bodyId);

/** Any answer can be revised; the revision is a draft until a second officer has reviewed it. */
export const canReviseAnswer = (person: Person, { bodyId, phase }: Pick<AnswerFacts, "bodyId" | "phase">) =>
  canAnswer(person, { leadBodyId: bodyId, phase });

/** Why this person may not review the answer; null when they may. */
export function whyCannotReviewAnswer(person: Person, answer: AnswerFacts): string | null {
  if (!canReviseAnswer(person, answer)) return "Only officers of the answering body can review it.";
  if (answer.state !== "draft") return "There is no draft to review.";
  if (answer.writtenById === person.accountId) return "You wrote this, so another officer must review it.";
  return null;
}

/** Why this person may not publish the answer; null when they may. */
export function whyCannotPublishAnswer(person: Person, answer: AnswerFacts): string | null {
  if (!canReviseAnswer(person, answer)) return "Only officers of the answering body can publish it.";
  if (answer.state === "draft") return "A second officer must review it first.";
  if (answer.state === "published") return "This is published.";
  return null;
}

export type ClosureFacts = { isOver: boolean; isClosed: boolean; unanswered: readonly { name: string }[] };

/** Why the answers to a strategy cannot be marked as complete; null when they can. */
export function whyCannotCloseAnswers({ isOver, isClosed, unanswered }: ClosureFacts): string | null {
  if (isClosed) return "The answers are already complete.";
  return whyCannotArchiveStrategy({ isOver, unanswered });
}

/** Why a strategy cannot be archived; null when it can. Checked again even where its answers are marked as complete. */
export function whyCannotArchiveStrategy({ isOver, unanswered }: Omit<ClosureFacts, "isClosed">): string | null {
  if (!isOver) return "The strategy is still open for comments.";
  if (unanswered.length === 0) return null;
  return `These themes still need an answer: ${unanswered.map(({ name }) => name).join("; ")}.`;
}

/** Only officers of a body write, read and remove its notes and tags. */
export const canManageNotes = (person: Person, bodyId: string) => isOfficerOf(person, bodyId);
