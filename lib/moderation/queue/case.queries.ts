import { allowedTransitions, canReassign, whyCannotDecide } from "@/lib/moderation/decisions/decision.policy";
import { type CaseForDecision, findForDecision } from "@/lib/moderation/decisions/decision.queries";
import { getReversal, type ReversalView } from "@/lib/moderation/decisions/reversal.queries";
import { blindActions, isBlind } from "@/lib/moderation/decisions/second-look.rules";
import type { Transition } from "@/lib/moderation/decisions/transition.rules";
import { type CaseListItem, toCaseListItem } from "@/lib/moderation/queue/case-list-item.rules";
import {
  type AliasDecision,
  type CaseRow,
  type DecisionView,
  type ReassignmentView,
  readCase,
} from "@/lib/moderation/queue/case-row.queries";
import { listReassignmentTargets } from "@/lib/moderation/rota/reassignment.queries";
import { getSanctionOptions } from "@/lib/moderation/sanctions/sanction.queries";
import { listOwnParticipantIds } from "@/lib/people/participant.queries";
import type { Person } from "@/lib/people/person.policy";
import type { ModerationAction } from "@/prisma/generated/enums";

type Shown = "lane" | "state" | "commentId" | "threadId" | "isThreadPublic" | "isReply" | "stance" | "themes" | "hits";

export type CaseView = Omit<CaseListItem, "claimedById"> &
  Pick<CaseRow, Shown | "sectionNumber"> & {
    /** The comment that it is a reply to. */
    parentText: string | null;
    /** The paragraph that the thread is about, as its author read it. */
    paragraphText: string | null;
    /** Another rep who has claimed it. */
    claimedBy: string | null;
    isOwnClaim: boolean;
    whyCannotDecide: string | null;
    /** The actions that this person may take now. */
    actions: ModerationAction[];
    canReassign: boolean;
    /**
     * Decisions on this comment, newest first; 20 at most. Without those that this person may take a second look at: see
     * `isBlind`.
     */
    decisions: DecisionView[];
    /** Decisions on other comments of this alias, newest first; 10 at most, and none in a blind second look. */
    aliasDecisions: AliasDecision[];
    /** What the author sent before, newest first; none in a blind second look, or where text was masked since. */
    earlierTexts: string[];
    /** Oldest first, without colleagues who stepped back. */
    reassignments: ReassignmentView[];
    /** Without the reporters. */
    reports: { reason: string; details: string | null }[];
    /** The end of the hold after a report of illegal content. */
    heldUntil: Date | null;
    /** The author's grounds. */
    appeal: string | null;
    /** Other open cases of this kind with the same text, in the same strategy. */
    duplicateCount: number;
  };

/** A case in full; null when there is none that this person may see. */
export async function getCase(person: Person, id: string): Promise<CaseView | null> {
  const found = await findForDecision(person, await listOwnParticipantIds(person), id);
  return found && buildCase(person, id, found);
}

export type CasePage = {
  found: CaseView;
  /** The options for reassigning it; none when this person may not. */
  targets: { value: string; label: string }[];
  reversal: ReversalView | null;
  canSanction: boolean;
};

/** What the page of a case shows. The facts about the case are read once for all of it. */
export async function getCasePage(person: Person, id: string): Promise<CasePage | null> {
  const loaded = await findForDecision(person, await listOwnParticipantIds(person), id);
  if (!loaded) return null;
  const found = await buildCase(person, id, loaded);
  const wasAtFault = found.decisions.some(({ action }) => ["reject", "remove", "redact"].includes(action));
  const [targets, sanctions, reversal] = await Promise.all([
    found.canReassign ? listReassignmentTargets(person, loaded.facts.areaId) : [],
    wasAtFault ? getSanctionOptions(person, id, loaded) : null,
    found.state === "decided" ? getReversal(person, id, loaded) : null,
  ]);
  return { found, targets, reversal, canSanction: sanctions !== null && sanctions.kinds.length > 0 };
}

async function buildCase(person: Person, id: string, { facts }: CaseForDecision): Promise<CaseView> {
  const row = await readCase(person, id);
  const { claimedById, ...item } = toCaseListItem(row);
  const isHidden = isBlind(row);
  const transitions = allowedTransitions(person, facts);
  const { lane, state, commentId, threadId, isReply, stance, themes, hits, sectionNumber } = row;
  return {
    ...item,
    ...{ lane, state, commentId, threadId, isReply, stance, themes, hits, sectionNumber },
    parentText: row.parentText,
    paragraphText: row.paragraphText,
    reports: row.reports,
    heldUntil: row.heldUntil,
    appeal: row.appeal,
    duplicateCount: row.duplicateCount,
    isThreadPublic: !isHidden && row.isThreadPublic, // it would show whether the comment was published
    decisions: isHidden ? [] : row.decisions,
    aliasDecisions: isHidden ? [] : row.aliasDecisions,
    earlierTexts: isHidden ? [] : row.earlierTexts,
    isOwnClaim: claimedById !== null && claimedById === person.accountId,
    claimedBy: claimedById && claimedById !== person.accountId ? row.claimedBy : null,
    whyCannotDecide: whyCannotDecide(person, facts),
    actions: isHidden ? blindActionsOf(transitions) : transitions.map(({ action }) => action),
    canReassign: canReassign(person, facts),
    // colleagues do not see who may not decide a case: where an area has few reps, that somebody stepped back names them
    reassignments: row.reassignments
      .filter(({ kind, reassignedById }) => kind !== "recused" || reassignedById === person.accountId)
      .map(({ reassignedById, ...shown }) => shown),
  };
}

const blindActionsOf = (transitions: readonly Transition[]): ModerationAction[] =>
  transitions.length > 0 ? [...blindActions] : [];
