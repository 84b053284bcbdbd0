import { ownParticipantIds } from "@/lib/comments/own-comment.queries";
import { db, type Tx } from "@/lib/database/client";
import { findForDecision } from "@/lib/moderation/decisions/decision.queries";
import { findReason } from "@/lib/moderation/decisions/reason.rules";
import { type SanctionCase, sanctionsFor, whyNoSanction } from "@/lib/moderation/sanctions/sanction.policy";
import { isInForce, type SanctionFacts } from "@/lib/moderation/sanctions/sanction.rules";
import type { Person } from "@/lib/people/person.policy";
import type { CaseState, SanctionKind } from "@/prisma/generated/enums";

const factColumns = { kind: true, endsAt: true, acknowledgedAt: true, liftedAt: true } as const;

/** Every sanction of a participant: few, and read by their index. */
export function listSanctions(participantId: string, tx: Tx = db()): Promise<SanctionFacts[]> {
  return tx.sanction.findMany({ where: { participantId, liftedAt: null }, select: factColumns });
}

/** A case as a sanction needs it; null when this person sees no such case. */
export async function findForSanction(person: Person, ownIds: string[], caseId: string, tx: Tx = db()) {
  const found = await findForDecision(person, ownIds, caseId, tx);
  if (!found) return null;
  const { id } = found.comment;
  const about = await tx.comment.findUniqueOrThrow({
    where: { id },
    select: { isRedacted: true, source: true, thread: { select: { strategy: { select: { moderation: true } } } } },
  });
  const standing = await tx.sanction.count({ where: { liftedAt: null, decision: { commentId: id } } });
  const { thread, ...rest } = about;
  const facts: SanctionCase = {
    ...found.facts,
    ...rest,
    mode: thread.strategy.moderation,
    isSanctioned: standing > 0,
  };
  return { ...found, facts };
}

/** What a rep may give for a case's comment, or why nothing; null when this person sees no such case. */
export async function getSanctionable(person: Person, caseId: string) {
  const found = await findForSanction(person, await ownParticipantIds(person), caseId);
  if (!found) return null;
  const { facts, text } = found;
  return { text, whyNot: whyNoSanction(person, facts), kinds: sanctionsFor(person, facts) };
}

export type OwnSanction = {
  id: string;
  kind: SanctionKind;
  strategyId: string;
  areaName: string;
  /** Why, in words for the person; and the rep's own. */
  why: string | null;
  words: string | null;
  endsAt: Date | null;
  isInForce: boolean;
  isRead: boolean;
  isLifted: boolean;
  /** What the comment said, unless it is gone. */
  text: string;
  appeal: { words: string; state: CaseState } | null;
};

const ownColumns = {
  ...factColumns,
  id: true,
  reason: true,
  reasonVersion: true,
  words: true,
  strategyId: true,
  decision: {
    select: {
      commentId: true,
      revision: true,
      appeal: { select: { words: true, case: { select: { state: true } } } },
    },
  },
} as const;

/** One of a person's own sanctions; null when it is not theirs. */
export async function getOwnSanction(person: Person, id: string): Promise<OwnSanction | null> {
  const found = await db().sanction.findFirst({
    where: { id, participantId: { in: await ownParticipantIds(person) } },
    select: ownColumns,
  });
  if (!found) return null;
  const { decision, reason, reasonVersion, acknowledgedAt, liftedAt, ...row } = found;
  const { commentId, revision: number, appeal } = decision;
  const [revision, strategy] = await Promise.all([
    db().revision.findUnique({ where: { commentId_number: { commentId, number } }, select: { text: true } }),
    db().strategy.findUniqueOrThrow({ where: { id: row.strategyId }, select: { areaName: true } }),
  ]);
  return {
    ...row,
    areaName: strategy.areaName,
    why: findReason(reason, reasonVersion)?.words ?? null,
    isInForce: isInForce(found, new Date()),
    isRead: acknowledgedAt !== null,
    isLifted: liftedAt !== null,
    text: revision?.text ?? "",
    appeal: appeal && { words: appeal.words, state: appeal.case.state },
  };
}

export type SanctionInForce = { id: string; kind: SanctionKind; areaName: string };

/** The sanctions of a person that hold now, in every strategy. */
export async function listInForce(person: Person): Promise<SanctionInForce[]> {
  const rows = await db().sanction.findMany({
    where: { participantId: { in: await ownParticipantIds(person) }, liftedAt: null },
    select: { ...factColumns, id: true, participant: { select: { strategy: { select: { areaName: true } } } } },
  });
  const now = new Date();
  return rows
    .filter((row) => isInForce(row, now))
    .map(({ id, kind, participant }) => ({ id, kind, areaName: participant.strategy.areaName }));
}
