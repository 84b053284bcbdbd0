import { db, type Tx } from "@/lib/database/client";
import { findReason } from "@/lib/moderation/decisions/reason.rules";
import { whyCannotAppeal } from "@/lib/moderation/sanctions/appeal.policy";
import { listOwnParticipantIds } from "@/lib/people/participant.queries";
import type { Person } from "@/lib/people/person.policy";
import type { CaseKind, CommentState, ModerationAction } from "@/prisma/generated/enums";

/** A person's own comment with the decision that keeps it from readers; null when it is not theirs. */
export async function findForAppeal(ownIds: string[], commentId: string, tx: Tx = db()) {
  const comment = await tx.comment.findFirst({
    where: { id: commentId, participantId: { in: ownIds } },
    select: { state: true, revision: true, thread: { select: { strategy: { select: { areaName: true } } } } },
  });
  if (!comment) return null;
  const decision = await tx.decision.findFirst({
    where: { commentId, action: { in: ["reject", "remove"] } },
    orderBy: { sequence: "desc" },
    select: {
      id: true,
      action: true,
      deciderId: true,
      reason: true,
      reasonVersion: true,
      note: { select: { toAuthor: true } },
      appeal: {
        select: {
          grounds: true,
          case: {
            select: {
              decisions: {
                where: { action: { in: ["uphold", "dismiss"] } },
                select: { action: true, reason: true, reasonVersion: true, note: { select: { toAuthor: true } } },
              },
            },
          },
        },
      },
    },
  });
  return { ...comment, decision };
}

/** Why something was decided: the rule, and the rep's own words. */
type DecisionExplanation = { reasonText: string | null; message: string | null };

export type OwnAppeal = {
  areaName: string;
  state: CommentState;
  text: string;
  /** The decision that they can appeal against, or did. */
  decision: DecisionExplanation & { action: ModerationAction };
  /** What they said against it; the outcome is null while it waits. */
  appeal: { grounds: string; outcome: (DecisionExplanation & { isUpheld: boolean }) | null } | null;
  whyCannotAppeal: string | null;
};

/** What an author can say against the decision on a comment, or said; null when there is no such decision on one of theirs. */
export async function getOwnAppeal(person: Person, commentId: string): Promise<OwnAppeal | null> {
  const target = await findForAppeal(await listOwnParticipantIds(person), commentId);
  if (!target?.decision) return null;
  const { state, revision: number, thread, decision } = target;
  const revision = await db().revision.findUnique({
    where: { commentId_number: { commentId, number } },
    select: { text: true },
  });
  const { appeal, action } = decision;
  const outcome = appeal?.case.decisions[0];
  return {
    areaName: thread.strategy.areaName,
    state,
    text: revision?.text ?? "",
    decision: { action, ...explain(decision) },
    appeal: appeal && {
      grounds: appeal.grounds,
      outcome: outcome ? { isUpheld: outcome.action === "uphold", ...explain(outcome) } : null,
    },
    whyCannotAppeal: whyCannotAppeal({ commentState: state, action, hasAppealed: appeal !== null }),
  };
}

type DecisionRow = { reason: string | null; reasonVersion: number | null; note: { toAuthor: string | null } | null };

const explain = ({ reason, reasonVersion, note }: DecisionRow): DecisionExplanation => ({
  reasonText: findReason(reason, reasonVersion)?.text ?? null,
  message: note?.toAuthor ?? null,
});

export type DecidedAppeal = {
  caseId: string;
  kind: CaseKind;
  isUpheld: boolean;
  reason: string | null;
  reasonVersion: number | null;
  toAuthor: string | null;
};

export const appealsPerPage = 20;

/** What other reps decided on appeals against this rep's decisions, the newest first. @param before the case shown last */
export async function listDecidedAppeals(
  person: Person,
  before: string | null,
): Promise<{ items: DecidedAppeal[]; next: string | null }> {
  const { accountId } = person;
  if (!accountId) return { items: [], next: null };
  const ownDecided = { state: "decided", appeal: { deciderId: accountId } } as const;
  const from = before
    ? await db().case.findFirst({ where: { id: before, ...ownDecided }, select: { decidedAt: true } })
    : null;
  const rows = await db().case.findMany({
    where: { ...ownDecided, ...(from?.decidedAt && { decidedAt: { lt: from.decidedAt } }) },
    orderBy: { decidedAt: "desc" },
    take: appealsPerPage + 1,
    select: {
      id: true,
      kind: true,
      decisions: {
        where: { action: { in: ["uphold", "dismiss"] } },
        select: { action: true, reason: true, reasonVersion: true, note: { select: { toAuthor: true } } },
      },
    },
  });
  const items = rows.slice(0, appealsPerPage).map(({ id, kind, decisions: [decision] }) => ({
    caseId: id,
    kind,
    isUpheld: decision?.action === "uphold",
    reason: decision?.reason ?? null,
    reasonVersion: decision?.reasonVersion ?? null,
    toAuthor: decision?.note?.toAuthor ?? null,
  }));
  return { items, next: rows.length > items.length ? (items.at(-1)?.caseId ?? null) : null };
}
