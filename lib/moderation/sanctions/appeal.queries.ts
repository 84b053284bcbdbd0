import { ownParticipantIds } from "@/lib/comments/own-comment.queries";
import { db, type Tx } from "@/lib/database/client";
import { findReason } from "@/lib/moderation/decisions/reason.rules";
import { whyNoAppeal } from "@/lib/moderation/sanctions/appeal.policy";
import type { Person } from "@/lib/people/person.policy";
import type { CaseKind, CommentState, Deed } from "@/prisma/generated/enums";

/** A person's own comment with the decision that keeps it from readers; null when it is not theirs. */
export async function findAppealed(ownIds: string[], commentId: string, tx: Tx = db()) {
  const comment = await tx.comment.findFirst({
    where: { id: commentId, participantId: { in: ownIds } },
    select: { state: true, revision: true, thread: { select: { strategy: { select: { areaName: true } } } } },
  });
  if (!comment) return null;
  const decision = await tx.decision.findFirst({
    where: { commentId, deed: { in: ["reject", "remove"] } },
    orderBy: { sequence: "desc" },
    select: {
      id: true,
      deed: true,
      deciderId: true,
      reason: true,
      reasonVersion: true,
      note: { select: { toAuthor: true } },
      appeal: {
        select: {
          words: true,
          case: {
            select: {
              decisions: {
                where: { deed: { in: ["uphold", "dismiss"] } },
                select: { deed: true, reason: true, reasonVersion: true, note: { select: { toAuthor: true } } },
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
type Why = { why: string | null; words: string | null };

export type OwnAppeal = {
  areaName: string;
  state: CommentState;
  text: string;
  /** The decision that they can appeal against, or did. */
  decided: Why & { deed: Deed };
  /** What they said against it; the outcome is null while it waits. */
  appeal: { words: string; outcome: (Why & { isUpheld: boolean }) | null } | null;
  whyNot: string | null;
};

/** What an author can say against the decision on a comment, or said; null when there is no such decision on one of theirs. */
export async function getOwnAppeal(person: Person, commentId: string): Promise<OwnAppeal | null> {
  const found = await findAppealed(await ownParticipantIds(person), commentId);
  if (!found?.decision) return null;
  const { state, revision: number, thread, decision } = found;
  const revision = await db().revision.findUnique({
    where: { commentId_number: { commentId, number } },
    select: { text: true },
  });
  const { appeal, deed } = decision;
  const last = appeal?.case.decisions[0];
  return {
    areaName: thread.strategy.areaName,
    state,
    text: revision?.text ?? "",
    decided: { deed, ...whyOf(decision) },
    appeal: appeal && {
      words: appeal.words,
      outcome: last ? { isUpheld: last.deed === "uphold", ...whyOf(last) } : null,
    },
    whyNot: whyNoAppeal({ commentState: state, deed, hasAppealed: appeal !== null }),
  };
}

type Decided = { reason: string | null; reasonVersion: number | null; note: { toAuthor: string | null } | null };

const whyOf = ({ reason, reasonVersion, note }: Decided): Why => ({
  why: findReason(reason, reasonVersion)?.words ?? null,
  words: note?.toAuthor ?? null,
});

export type AppealedOfMine = {
  caseId: string;
  kind: CaseKind;
  isUpheld: boolean;
  reason: string | null;
  reasonVersion: number | null;
  toAuthor: string | null;
};

export const appealsPerPage = 20;

/** What other reps decided on appeals against this rep's decisions, the newest first. @param before the case shown last */
export async function listAppealedOfMine(
  person: Person,
  before: string | null,
): Promise<{ items: AppealedOfMine[]; next: string | null }> {
  const { accountId } = person;
  if (!accountId) return { items: [], next: null };
  const mine = { state: "decided", appeal: { deciderId: accountId } } as const;
  const from = before
    ? await db().case.findFirst({ where: { id: before, ...mine }, select: { decidedAt: true } })
    : null;
  const rows = await db().case.findMany({
    where: { ...mine, ...(from?.decidedAt && { decidedAt: { lt: from.decidedAt } }) },
    orderBy: { decidedAt: "desc" },
    take: appealsPerPage + 1,
    select: {
      id: true,
      kind: true,
      decisions: {
        where: { deed: { in: ["uphold", "dismiss"] } },
        select: { deed: true, reason: true, reasonVersion: true, note: { select: { toAuthor: true } } },
      },
    },
  });
  const items = rows.slice(0, appealsPerPage).map(({ id, kind, decisions: [decision] }) => ({
    caseId: id,
    kind,
    isUpheld: decision?.deed === "uphold",
    reason: decision?.reason ?? null,
    reasonVersion: decision?.reasonVersion ?? null,
    toAuthor: decision?.note?.toAuthor ?? null,
  }));
  return { items, next: rows.length > items.length ? (items.at(-1)?.caseId ?? null) : null };
}
