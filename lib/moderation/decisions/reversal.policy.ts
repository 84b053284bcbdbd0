import { type CaseFacts, whyCannotDecide } from "@/lib/moderation/decisions/decision.policy";
import { isRepFor, type Person } from "@/lib/people/person.policy";
import type { CaseKind, CommentState, ModerationAction } from "@/prisma/generated/enums";

/** The last decision on a case's comment, and what has happened since. */
export type ReversalFacts = CaseFacts & {
  last: {
    isOfThisCase: boolean;
    deciderId: string;
    action: ModerationAction;
    toState: CommentState;
    /** The author has appealed against it. */
    isAppealed: boolean;
    /** Another rep has taken a second look. */
    isReviewed: boolean;
  } | null;
  /** An edition of the strategy was made since. */
  isInEdition: boolean;
  /** The author sent another text since. */
  isRevised: boolean;
  /** Another case on the comment waits for a decision. */
  hasOpenCase: boolean;
};

/** Decisions about a comment. A lock has its own way back, and a sanction its appeal. */
export const reversibleActions: readonly ModerationAction[] = [
  "publish",
  "return",
  "reject",
  "redact",
  "remove",
  "uphold",
  "dismiss",
];
/** An appeal is decided once, and a second look is an opinion of its own. */
const reopenableKinds: readonly CaseKind[] = ["pre_moderation", "check", "report", "illegal"];

/** Whether the comment is still as the decision left it, except that an edition may have published it. */
function isUnchanged({ commentState, isRevised }: ReversalFacts, toState: CommentState): boolean {
  return !isRevised && (commentState === toState || (toState === "ready" && commentState === "published"));
}

/** Whether a person took the last decision on the comment, on this case. */
export const isOwnLastDecision = ({ accountId }: Person, { last }: Pick<ReversalFacts, "last">): boolean =>
  accountId !== null && Boolean(last?.isOfThisCase) && last?.deciderId === accountId;

/** Why a person may not take back the last decision on a case; null when they may. */
export function whyCannotTakeBack(person: Person, facts: ReversalFacts): string | null {
  const { last } = facts;
  if (!last || !isRepFor(person, facts.areaId) || !isOwnLastDecision(person, facts))
    return "Only the rep who made the last decision can undo it.";
  if (facts.state !== "decided" || facts.kind === "second_look" || !reversibleActions.includes(last.action))
    return "You cannot undo this.";
  if (last.isAppealed) return "The author has appealed, so another rep must decide.";
  if (last.isReviewed) return "Another rep has taken a second look.";
  if (!isUnchanged(facts, last.toState)) return "The comment has changed since.";
  if (facts.isInEdition) return "There has been an edition since. Another rep can reopen the case.";
  return null;
}

/** Why a person may not open a decided case again; null when they may. */
export function whyCannotReopen(person: Person, facts: ReversalFacts): string | null {
  const { last } = facts;
  if (facts.state !== "decided" || !reopenableKinds.includes(facts.kind)) return "This case cannot be reopened.";
  const refusal = whyCannotDecide(person, facts);
  if (refusal) return refusal;
  if (!last?.isOfThisCase || !reversibleActions.includes(last.action))
    return "There has been another decision since. Check the latest one.";
  if (isOwnLastDecision(person, facts)) return "You made this decision, so another rep must reopen it.";
  if (facts.hasOpenCase) return "The comment is already waiting for a decision.";
  if (!isUnchanged(facts, last.toState)) return "The comment has changed since.";
  return null;
}
