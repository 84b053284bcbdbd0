import { findTransition, type Transition, transitionsFor } from "@/lib/moderation/decisions/transition.rules";
import { isRepFor, type Person, representedUnionIds } from "@/lib/people/person.policy";
import type { CaseKind, CaseState, CommentState, ModerationAction, ThreadState } from "@/prisma/generated/enums";

/** Who is to decide a case: the reps of an area, or only those of one union, or only one rep. */
export type CaseAssignment = {
  areaId: string;
  leadBodyId: string;
  assignedUnionId: string | null;
  assignedAccountId: string | null;
};

/** The facts that decide who may do what to a case. The last four are about the person who asks. */
export type CaseFacts = CaseAssignment & {
  kind: CaseKind;
  state: CaseState;
  commentState: CommentState;
  threadState: ThreadState;
  /** The union that wrote the comment, if one did. */
  authorUnionId: string | null;
  /** Of a second look: the union of the rep who decided first. */
  deciderUnionId: string | null;
  /** They wrote the comment, or recorded it at a meeting for its author. */
  isOwn: boolean;
  /** They reported it. */
  isOwnReport: boolean;
  /** They took the decision that is appealed against or reviewed, or with which a second look disagreed. */
  hasDecidedBefore: boolean;
  /** They recused themselves from the case. */
  isRecused: boolean;
};

/** Whether a person may see a case: reps of the strategy's lead body and of the area to which it was reassigned. */
export function canSeeCase(
  person: Person,
  { areaId, leadBodyId }: Pick<CaseAssignment, "areaId" | "leadBodyId">,
): boolean {
  return isRepFor(person, leadBodyId) || isRepFor(person, areaId);
}

/** Why a person who sees the case may take no decision on it; null when they may. */
export function whyCannotDecide(person: Person, facts: CaseFacts): string | null {
  if (!isRepFor(person, facts.areaId)) return "This case is with reps of another area.";
  const unions = representedUnionIds(person, facts.areaId);
  if (facts.assignedUnionId && !unions.includes(facts.assignedUnionId))
    return "This case was passed to reps of another union.";
  if (facts.assignedAccountId && facts.assignedAccountId !== person.accountId)
    return "This case was passed to another rep.";
  if (facts.isOwn) return "You wrote or recorded this comment, so another rep must decide.";
  if (facts.isOwnReport) return "You reported this comment, so another rep must decide.";
  if (facts.authorUnionId && unions.includes(facts.authorUnionId))
    return "Your union wrote this, so a rep of another union must decide.";
  if (facts.deciderUnionId && unions.includes(facts.deciderUnionId))
    return "A rep of your union made this decision, so a rep of another union must check it.";
  if (facts.hasDecidedBefore) return "You made the earlier decision, so another rep must decide.";
  if (facts.isRecused) return "You stepped back from this case.";
  return null;
}

/** Whether the thread's state allows the action: only an open thread can be locked, and only a locked one unlocked. */
function isPossibleInThread(action: ModerationAction, thread: ThreadState): boolean {
  if (action === "lock") return thread === "open";
  if (action === "unlock") return thread === "locked";
  return true;
}

/** What this person may do to the case now. The buttons and the command both use this. */
export function allowedTransitions(person: Person, facts: CaseFacts): Transition[] {
  if (facts.state !== "open" || whyCannotDecide(person, facts)) return [];
  return transitionsFor(facts.kind, facts.commentState).filter(({ action }) =>
    isPossibleInThread(action, facts.threadState),
  );
}

/** The transition of this action; null when there is none, or the person may not make it. */
export function findAllowedTransition(person: Person, facts: CaseFacts, action: ModerationAction): Transition | null {
  const transition = findTransition(facts.kind, facts.commentState, action);
  return transition && allowedTransitions(person, facts).includes(transition) ? transition : null;
}

/** Whether a person may reassign a case: any rep of the area that it is with, while it is open. */
export function canReassign(person: Person, facts: CaseAssignment & { state: CaseState }): boolean {
  return facts.state === "open" && isRepFor(person, facts.areaId);
}
