import { ownParticipantIds } from "@/lib/comments/own-comment.queries";
import { db, type Tx } from "@/lib/database/client";
import { canPassOn, movesFor, whyNotDecide } from "@/lib/moderation/decisions/decision.policy";
import { findForDecision } from "@/lib/moderation/decisions/decision.queries";
import { type CaseRow, caseColumns, caseRow } from "@/lib/moderation/queue/case-list-item.rules";
import { visibleTo } from "@/lib/moderation/queue/case-visibility.rules";
import type { Person } from "@/lib/people/person.policy";
import type { CaseKind, CaseStepKind, Deed, Stance } from "@/prisma/generated/enums";

export type DecisionView = {
  deed: Deed;
  by: string;
  at: Date;
  reason: string | null;
  toAuthor: string | null;
  note: string | null;
};
export type StepView = { kind: CaseStepKind; by: string | null; toArea: string; why: string | null; at: Date };
export type HitView = { rule: string; start: number; end: number };

export type CaseView = Omit<CaseRow, "claimedById"> & {
  state: "open" | "decided" | "lapsed";
  commentId: string;
  threadId: string;
  isReply: boolean;
  stance: Stance | null;
  themes: string[];
  repliesTo: string | null;
  /** Another rep who holds it now. */
  claimedBy: string | null;
  isMine: boolean;
  whyNot: string | null;
  /** What this person may do to it now. */
  deeds: Deed[];
  canPassOn: boolean;
  /** Every decision on this comment, the newest first. */
  decisions: DecisionView[];
  /** From hand to hand, the first step first. */
  steps: StepView[];
  hits: HitView[];
  /** Why people say that it should not be here; never who. */
  flags: { reason: string; words: string | null }[];
  /** Until when a report keeps it off its page. */
  heldUntil: Date | null;
  /** Why its author thinks that a decision is wrong. */
  appeal: string | null;
  /** Other open cases of this kind with the same words, in the same strategy. */
  alike: number;
};

const detailColumns = {
  ...caseColumns,
  state: true,
  sameText: true,
  heldUntil: true,
  flags: { select: { reason: true, words: true }, orderBy: { id: "asc" } },
  appeal: { select: { words: true } },
  hits: { select: { rule: true, start: true, end: true }, orderBy: { start: "asc" } },
  steps: { select: { kind: true, byId: true, toArea: true, why: true, at: true }, orderBy: { at: "asc" } },
  comment: {
    select: {
      ...caseColumns.comment.select,
      id: true,
      isReply: true,
      stance: true,
      threadId: true,
      themes: { select: { theme: { select: { name: true } } } },
      thread: {
        select: {
          ...caseColumns.comment.select.thread.select,
          comments: { where: { isReply: false }, select: { text: true } },
        },
      },
    },
  },
} as const;

/** A case to read and decide, or how it was decided. Null when it is not there or not theirs to see. */
export async function getCase(person: Person, id: string): Promise<CaseView | null> {
  const [found, deciding] = await Promise.all([
    db().case.findFirst({ where: { id, ...visibleTo(person) }, select: detailColumns }),
    ownParticipantIds(person).then((ownIds) => findForDecision(person, ownIds, id)),
  ]);
  if (!found || !deciding) return null;
  const { comment, steps, sameText, hits, state, flags, heldUntil, appeal } = found;
  const { facts } = deciding;
  const { claimedById, ...row } = caseRow(found);
  const [decisions, alike] = await Promise.all([
    listDecisions(comment.id),
    sameText ? countAlike({ id, kind: row.kind, strategyId: row.strategyId, sameText }) : 0,
  ]);
  const labels = await labelsOf([...steps.map(({ byId }) => byId), claimedById]);
  return {
    ...row,
    state,
    hits,
    flags,
    heldUntil,
    appeal: appeal?.words ?? null,
    alike,
    decisions,
    commentId: comment.id,
    threadId: comment.threadId,
    isReply: comment.isReply,
    stance: comment.stance,
    themes: comment.themes.map(({ theme }) => theme.name),
    repliesTo: comment.isReply ? (comment.thread.comments[0]?.text ?? null) : null,
    isMine: claimedById !== null && claimedById === person.accountId,
    claimedBy: claimedById && claimedById !== person.accountId ? (labels.get(claimedById) ?? "Another rep") : null,
    whyNot: whyNotDecide(person, facts),
    deeds: movesFor(person, facts).map(({ deed }) => deed),
    canPassOn: canPassOn(person, facts),
    steps: steps.map(({ byId, ...step }) => ({ ...step, by: byId && (labels.get(byId) ?? "a rep") })),
  };
}

async function listDecisions(commentId: string): Promise<DecisionView[]> {
  const rows = await db().decision.findMany({
    where: { commentId },
    orderBy: { sequence: "desc" },
    take: 20,
    select: {
      deed: true,
      decidedAt: true,
      reason: true,
      deciderId: true,
      note: { select: { toAuthor: true, private: true } },
    },
  });
  const labels = await labelsOf(rows.map(({ deciderId }) => deciderId));
  return rows.map(({ deed, decidedAt, reason, deciderId, note }) => ({
    deed,
    reason,
    at: decidedAt,
    by: labels.get(deciderId) ?? "a rep",
    toAuthor: note?.toAuthor ?? null,
    note: note?.private ?? null,
  }));
}

/** Other open cases of the same kind with the same words. */
function alikeTo(one: { id: string; kind: CaseKind; strategyId: string; sameText: Uint8Array<ArrayBuffer> }) {
  const { id, kind, strategyId, sameText } = one;
  return { strategyId, kind, sameText, state: "open", id: { not: id } } as const;
}

const countAlike = (one: Parameters<typeof alikeTo>[0]) => db().case.count({ where: alikeTo(one) });

/** The ids of other open cases with the same words in the same strategy, that this person may see; 100 at most. */
export async function listAlike(person: Person, id: string): Promise<{ id: string; version: number }[]> {
  const found = await db().case.findFirst({
    where: { id, ...visibleTo(person) },
    select: { id: true, kind: true, strategyId: true, sameText: true },
  });
  if (!found?.sameText) return [];
  const rows = await db().case.findMany({
    where: { AND: [alikeTo({ ...found, sameText: found.sameText }), visibleTo(person)] },
    take: 100,
    select: { id: true, comment: { select: { version: true } } },
  });
  return rows.map(({ id: other, comment }) => ({ id: other, version: comment.version }));
}

/** How colleagues see these accounts. */
export async function labelsOf(accountIds: (string | null)[], tx: Tx = db()): Promise<Map<string, string>> {
  const ids = [...new Set(accountIds.filter((id) => id !== null))];
  if (ids.length === 0) return new Map();
  const accounts = await tx.account.findMany({ where: { id: { in: ids } }, select: { id: true, label: true } });
  return new Map(accounts.map(({ id, label }) => [id, label ?? "a rep"]));
}
