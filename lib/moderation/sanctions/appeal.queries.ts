import { db, type Tx } from "@/lib/database/client";
import { findReason } from "@/lib/moderation/decisions/reason.rules";
import { whyCannotAppeal } from "@/lib/moderation/sanctions/appeal.policy";
import { type Page, toPage } from "@/lib/pagination";
import { listOwnParticipantIds } from "@/lib/people/participant.queries";
import type { Person } from "@/lib/people/person.policy";
import type { CaseKind, CommentState, ModerationAction } from "@/prisma/generated/enums";

/** A person's own comment with the last decision to reject or remove it; null when the comment is not theirs. */
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

/** The reason of a decision, and the rep's message. */
type DecisionExplanation = { reasonText: string | null; message: string | null };

export type OwnAppeal = {
  areaName: string;
  state: CommentState;
  text: string;
  /** The decision at issue. */
  decision: DecisionExplanation & { action: ModerationAction };
  /** The outcome is null while the appeal is open. */
  appeal: { grounds: string; outcome: (DecisionExplanation & { isUpheld: boolean }) | null } | null;
  whyCannotAppeal: string | null;
};

/**
 * The decision on an own comment, with the appeal against it; null when there is no such decision on a comment of
 * theirs.
 */
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

/** Cases that come later in the list: times are coarse, and many may be the same. */
const comesAfter = (id: string, decidedAt: Date) => ({
  OR: [{ decidedAt: { lt: decidedAt } }, { decidedAt, id: { lt: id } }],
});

export const appealsPerPage = 20;

/** A page of decided appeals against a rep's decisions, newest first. @param before the id of the last case shown */
export async function listDecidedAppeals(person: Person, before: string | null): Promise<Page<DecidedAppeal>> {
  const { accountId } = person;
  if (!accountId) return { items: [], next: null };
  const ownDecided = { state: "decided", appeal: { deciderId: accountId } } as const;
  const from = before
    ? await db().case.findFirst({ where: { id: before, ...ownDecided }, select: { decidedAt: true } })
    : null;
  const rows = await db().case.findMany({
    where: { ...ownDecided, ...(before && from?.decidedAt && comesAfter(before, from.decidedAt)) },
    orderBy: [{ decidedAt: "desc" }, { id: "desc" }],
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
  const appeals = rows.map(({ id, kind, decisions: [decision] }) => ({
    caseId: id,
    kind,
    isUpheld: decision?.action === "uphold",
    reason: decision?.reason ?? null,
    reasonVersion: decision?.reasonVersion ?? null,
    toAuthor: decision?.note?.toAuthor ?? null,
  }));
  return toPage(appeals, appealsPerPage, ({ caseId }) => caseId);
}
