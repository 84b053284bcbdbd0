import { findTransition, type Transition, transitionsFor } from "@/lib/moderation/decisions/transition.rules";
import { isRepFor, type Person } from "@/lib/people/person.policy";
import type { CaseKind, CaseState, CommentState, ModerationAction, ThreadState } from "@/prisma/generated/enums";

/** Where a case is: with an area, and perhaps with one union or one rep of it. */
export type CaseAssignment = {
  areaId: string;
  leadBodyId: string;
  assignedUnionId: string | null;
  assignedAccountId: string | null;
};

/** What the guards look at; the rest is about the person who asks. */
export type CaseFacts = CaseAssignment & {
  kind: CaseKind;
  state: CaseState;
  commentState: CommentState;
  threadState: ThreadState;
  /** The union whose words these are. */
  authorUnionId: string | null;
  /** A second look: the union of whoever decided first. */
  deciderUnionId: string | null;
  /** They wrote the comment, or took it down for its author. */
  isOwn: boolean;
  /** They reported it. */
  isOwnReport: boolean;
  /** They took the decision that is appealed against, looked at again, or that a second look disagreed with. */
  hasDecidedBefore: boolean;
  /** They said that they would rather not. */
  isRecused: boolean;
};

/** Whether a person may see a case at all: reps of the strategy's area, and of the area that it was passed to. */
export function canSeeCase(
  person: Person,
  { areaId, leadBodyId }: Pick<CaseAssignment, "areaId" | "leadBodyId">,
): boolean {
  return isRepFor(person, leadBodyId) || isRepFor(person, areaId);
}

/** Why a person who sees the case may not decide it, whatever the action; null when they may. */
export function whyCannotDecide(person: Person, facts: CaseFacts): string | null {
  if (!isRepFor(person, facts.areaId)) return "This case is with the reps of another area.";
  const grantsInArea = person.grants.filter(({ role, bodyId }) => role === "rep" && bodyId === facts.areaId);
  const unions = grantsInArea.map(({ unionId }) => unionId);
  if (facts.assignedUnionId && !unions.includes(facts.assignedUnionId))
    return "This case was passed to reps of another union.";
  if (facts.assignedAccountId && facts.assignedAccountId !== person.accountId)
    return "This case was passed to another rep.";
  if (facts.isOwn) return "You wrote this comment or took it down, so another rep decides.";
  if (facts.isOwnReport) return "You reported this comment, so another rep decides.";
  if (facts.authorUnionId && unions.includes(facts.authorUnionId))
    return "Your union wrote this, so a rep of another decides.";
  if (facts.deciderUnionId && unions.includes(facts.deciderUnionId))
    return "A rep of your union took this decision, so a rep of another looks at it again.";
  if (facts.hasDecidedBefore) return "You took the decision before, so another rep looks at it now.";
  if (facts.isRecused) return "You stood back from this case.";
  return null;
}

/** Whether an action fits the thread: an open one can be locked, a locked one opened. */
function isPossibleInThread(action: ModerationAction, thread: ThreadState): boolean {
  if (action === "lock") return thread === "open";
  if (action === "unlock") return thread === "locked";
  return true;
}

/** What this person may do to the case now: the buttons they see, and all that the command takes from them. */
export function allowedTransitions(person: Person, facts: CaseFacts): Transition[] {
  if (facts.state !== "open" || whyCannotDecide(person, facts)) return [];
  return transitionsFor(facts.kind, facts.commentState).filter(({ action }) =>
    isPossibleInThread(action, facts.threadState),
  );
}

/** The one transition that this action would be; null when this person may not do it, or it cannot be done. */
export function findAllowedTransition(person: Person, facts: CaseFacts, action: ModerationAction): Transition | null {
  const transition = findTransition(facts.kind, facts.commentState, action);
  return transition && allowedTransitions(person, facts).includes(transition) ? transition : null;
}

/** Whether a person may pass a case on: any rep who could be asked to decide it. */
export function canReassign(person: Person, facts: CaseAssignment & { state: CaseState }): boolean {
  return facts.state === "open" && isRepFor(person, facts.areaId);
}
