import { db } from "@/lib/database/client";
import { allowedTransitions, canReassign, whyCannotDecide } from "@/lib/moderation/decisions/decision.policy";
import { findForDecision } from "@/lib/moderation/decisions/decision.queries";
import { blindActions, isBlind } from "@/lib/moderation/decisions/second-look.rules";
import type { Transition } from "@/lib/moderation/decisions/transition.rules";
import { type CaseListItem, caseListColumns, toCaseListItem } from "@/lib/moderation/queue/case-list-item.rules";
import { visibleCasesWhere } from "@/lib/moderation/queue/case-visibility.rules";
import { getAccountLabels } from "@/lib/people/account-label.queries";
import { listOwnParticipantIds } from "@/lib/people/participant.queries";
import { type Person, representedUnionIds } from "@/lib/people/person.policy";
import type { CaseKind, ModerationAction, ReassignmentKind, Stance } from "@/prisma/generated/enums";

export type DecisionView = {
  action: ModerationAction;
  decidedBy: string;
  decidedAt: Date;
  /** Its place in the chain of decisions. */
  sequence: number;
  reason: string | null;
  toAuthor: string | null;
  note: string | null;
};
export type ReassignmentView = {
  kind: ReassignmentKind;
  reassignedBy: string | null;
  toAreaId: string;
  reason: string | null;
  reassignedAt: Date;
};
export type CheckHitView = { check: string; start: number; end: number };

export type CaseView = Omit<CaseListItem, "claimedById"> & {
  state: "open" | "decided" | "lapsed";
  commentId: string;
  threadId: string;
  isReply: boolean;
  stance: Stance | null;
  themes: string[];
  parentText: string | null;
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
  /** Oldest first, without colleagues who stepped back. */
  reassignments: ReassignmentView[];
  hits: CheckHitView[];
  /** Without the reporters. */
  reports: { reason: string; details: string | null }[];
  /** The end of the hold after a report of illegal content. */
  heldUntil: Date | null;
  /** The author's grounds. */
  appeal: string | null;
  /** Other open cases of this kind with the same text, in the same strategy. */
  duplicateCount: number;
};

const detailColumns = {
  ...caseListColumns,
  state: true,
  normalisedTextHash: true,
  heldUntil: true,
  reports: { select: { reason: true, details: true }, orderBy: { id: "asc" } },
  appeal: { select: { grounds: true } },
  reassignments: {
    select: { kind: true, reassignedById: true, toAreaId: true, reason: true, reassignedAt: true },
    orderBy: { reassignedAt: "asc" },
  },
  comment: {
    select: {
      ...caseListColumns.comment.select,
      id: true,
      isReply: true,
      stance: true,
      threadId: true,
      themes: { select: { theme: { select: { name: true } } } },
      thread: {
        select: {
          ...caseListColumns.comment.select.thread.select,
          comments: { where: { isReply: false }, select: { text: true } },
        },
      },
    },
  },
} as const;

/** A case in full; null when there is none that this person may see. */
export async function getCase(person: Person, id: string): Promise<CaseView | null> {
  const [found, decisionContext] = await Promise.all([
    db().case.findFirst({ where: { id, ...visibleCasesWhere(person) }, select: detailColumns }),
    listOwnParticipantIds(person).then((ownIds) => findForDecision(person, ownIds, id)),
  ]);
  if (!found || !decisionContext) return null;
  const { comment, reassignments, normalisedTextHash, hits, state, reports, heldUntil, appeal } = found;
  const { facts } = decisionContext;
  const { claimedById, ...row } = toCaseListItem(found);
  const [decisions, duplicateCount] = await Promise.all([
    isBlind({ kind: row.kind, state }) ? [] : listDecisions(comment.id, person),
    normalisedTextHash ? countDuplicates({ id, kind: row.kind, strategyId: row.strategyId, normalisedTextHash }) : 0,
  ]);
  const transitions = allowedTransitions(person, facts);
  const labels = await getAccountLabels([...reassignments.map(({ reassignedById }) => reassignedById), claimedById]);
  return {
    ...row,
    state,
    hits,
    reports,
    heldUntil,
    appeal: appeal?.grounds ?? null,
    duplicateCount,
    decisions,
    commentId: comment.id,
    threadId: comment.threadId,
    isReply: comment.isReply,
    stance: comment.stance,
    themes: comment.themes.map(({ theme }) => theme.name),
    parentText: comment.isReply ? (comment.thread.comments[0]?.text ?? null) : null,
    isOwnClaim: claimedById !== null && claimedById === person.accountId,
    claimedBy: claimedById && claimedById !== person.accountId ? (labels.get(claimedById) ?? "Another rep") : null,
    whyCannotDecide: whyCannotDecide(person, facts),
    actions: isBlind({ kind: row.kind, state }) ? blindActionsOf(transitions) : transitions.map(({ action }) => action),
    canReassign: canReassign(person, facts),
    // colleagues do not see who may not decide a case: where an area has few reps, that somebody stepped back names them
    reassignments: reassignments
      .filter(({ kind, reassignedById }) => kind !== "recused" || reassignedById === person.accountId)
      .map(({ reassignedById, ...reassignment }) => ({
        ...reassignment,
        reassignedBy: reassignedById && (labels.get(reassignedById) ?? "A rep"),
      })),
  };
}

const blindActionsOf = (transitions: readonly Transition[]): ModerationAction[] =>
  transitions.length > 0 ? [...blindActions] : [];

async function listDecisions(commentId: string, person: Person): Promise<DecisionView[]> {
  const rows = await db().decision.findMany({
    where: { commentId },
    orderBy: { sequence: "desc" },
    take: 20,
    select: {
      action: true,
      decidedAt: true,
      sequence: true,
      reason: true,
      deciderId: true,
      note: { select: { toAuthor: true, private: true } },
      secondLook: { select: { state: true, deciderUnionId: true } },
    },
  });
  const unions = representedUnionIds(person);
  const shown = rows.filter(
    ({ deciderId, secondLook }) =>
      secondLook?.state !== "open" ||
      deciderId === person.accountId ||
      (secondLook.deciderUnionId !== null && unions.includes(secondLook.deciderUnionId)),
  );
  const labels = await getAccountLabels(shown.map(({ deciderId }) => deciderId));
  return shown.map(({ action, decidedAt, sequence, reason, deciderId, note }) => ({
    action,
    sequence,
    reason,
    decidedAt,
    decidedBy: labels.get(deciderId) ?? "a rep",
    toAuthor: note?.toAuthor ?? null,
    note: note?.private ?? null,
  }));
}

/** Selects other open cases of the same kind with the same text. */
function duplicatesOf(target: {
  id: string;
  kind: CaseKind;
  strategyId: string;
  normalisedTextHash: Uint8Array<ArrayBuffer>;
}) {
  const { id, kind, strategyId, normalisedTextHash } = target;
  return { strategyId, kind, normalisedTextHash, state: "open", id: { not: id } } as const;
}

const countDuplicates = (target: Parameters<typeof duplicatesOf>[0]) =>
  db().case.count({ where: duplicatesOf(target) });

/** Other open cases of this kind with the same text, in the same strategy, that this person may see; 100 at most. */
export async function listDuplicates(person: Person, id: string): Promise<{ id: string; version: number }[]> {
  const found = await db().case.findFirst({
    where: { id, ...visibleCasesWhere(person) },
    select: { id: true, kind: true, strategyId: true, normalisedTextHash: true },
  });
  if (!found?.normalisedTextHash) return [];
  const rows = await db().case.findMany({
    where: {
      AND: [duplicatesOf({ ...found, normalisedTextHash: found.normalisedTextHash }), visibleCasesWhere(person)],
    },
    take: 100,
    select: { id: true, comment: { select: { version: true } } },
  });
  return rows.map(({ id: other, comment }) => ({ id: other, version: comment.version }));
}
