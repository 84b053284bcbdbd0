import { findMove, type Move, movesOf } from "@/lib/moderation/decisions/transition.rules";
import { isRepFor, type Person } from "@/lib/people/person.policy";
import type { CaseKind, CaseState, CommentState, Deed, ThreadState } from "@/prisma/generated/enums";

/** Where a case is: with an area, and perhaps with one union or one rep of it. */
export type CasePlace = { areaId: string; leadBodyId: string; toUnionId: string | null; toAccountId: string | null };

/** What the guards look at; the rest is about the person who asks. */
export type CaseFacts = CasePlace & {
  kind: CaseKind;
  state: CaseState;
  commentState: CommentState;
  threadState: ThreadState;
  /** The union whose words these are. */
  ofUnionId: string | null;
  /** A second look: the union of whoever decided first. */
  firstUnionId: string | null;
  /** They wrote the comment, or took it down for its author. */
  isOwn: boolean;
  /** They flagged it. */
  isOwnFlag: boolean;
  /** They took the decision that is appealed against, looked at again, or that a second look disagreed with. */
  wasTheirs: boolean;
  /** They said that they would rather not. */
  isRecused: boolean;
};

/** Whether a person may see a case at all: reps of the strategy's area, and of the area that it was passed to. */
export function canSeeCase(person: Person, { areaId, leadBodyId }: Pick<CasePlace, "areaId" | "leadBodyId">): boolean {
  return isRepFor(person, leadBodyId) || isRepFor(person, areaId);
}

/** Why a person who sees the case may not decide it, whatever the deed; null when they may. */
export function whyNotDecide(person: Person, facts: CaseFacts): string | null {
  if (!isRepFor(person, facts.areaId)) return "This case is with the reps of another area.";
  const here = person.grants.filter(({ role, bodyId }) => role === "rep" && bodyId === facts.areaId);
  const unions = here.map(({ unionId }) => unionId);
  if (facts.toUnionId && !unions.includes(facts.toUnionId)) return "This case was passed to reps of another union.";
  if (facts.toAccountId && facts.toAccountId !== person.accountId) return "This case was passed to another rep.";
  if (facts.isOwn) return "You wrote this comment or took it down, so another rep decides.";
  if (facts.isOwnFlag) return "You reported this comment, so another rep decides.";
  if (facts.ofUnionId && unions.includes(facts.ofUnionId)) return "Your union wrote this, so a rep of another decides.";
  if (facts.firstUnionId && unions.includes(facts.firstUnionId))
    return "A rep of your union took this decision, so a rep of another looks at it again.";
  if (facts.wasTheirs) return "You took the decision before, so another rep looks at it now.";
  if (facts.isRecused) return "You stood back from this case.";
  return null;
}

/** Whether a deed fits the thread: an open one can be locked, a locked one opened. */
function fitsThread(deed: Deed, thread: ThreadState): boolean {
  if (deed === "lock") return thread === "open";
  if (deed === "unlock") return thread === "locked";
  return true;
}

/** What this person may do to the case now: the buttons they see, and all that the command takes from them. */
export function movesFor(person: Person, facts: CaseFacts): Move[] {
  if (facts.state !== "open" || whyNotDecide(person, facts)) return [];
  return movesOf(facts.kind, facts.commentState).filter(({ deed }) => fitsThread(deed, facts.threadState));
}

/** The one move that this deed would be; null when this person may not do it, or it cannot be done. */
export function moveFor(person: Person, facts: CaseFacts, deed: Deed): Move | null {
  const move = findMove(facts.kind, facts.commentState, deed);
  return move && movesFor(person, facts).includes(move) ? move : null;
}

/** Whether a person may pass a case on: any rep who could be asked to decide it. */
export function canPassOn(person: Person, facts: CasePlace & { state: CaseState }): boolean {
  return facts.state === "open" && isRepFor(person, facts.areaId);
}
