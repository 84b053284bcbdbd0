import { db, type Tx } from "@/lib/database/client";
import { NotFound } from "@/lib/errors";
import { type CaseForDecision, findForDecision } from "@/lib/moderation/decisions/decision.queries";
import { findReason } from "@/lib/moderation/decisions/reason.rules";
import {
  allowedSanctions,
  type SanctionCaseFacts,
  whyCannotSanction,
} from "@/lib/moderation/sanctions/sanction.policy";
import { isInForce, type SanctionFacts } from "@/lib/moderation/sanctions/sanction.rules";
import { listOwnParticipantIds } from "@/lib/people/participant.queries";
import type { Person } from "@/lib/people/person.policy";
import type { CaseState, SanctionKind } from "@/prisma/generated/enums";

const factColumns = { kind: true, endsAt: true, acknowledgedAt: true, liftedAt: true } as const;

/** A participant's sanctions that are not lifted. */
export function listSanctions(participantId: string, tx: Tx = db()): Promise<SanctionFacts[]> {
  return tx.sanction.findMany({ where: { participantId, liftedAt: null }, select: factColumns });
}

/** A case as a sanction needs it; null when there is none that this person may see. */
export async function findForSanction(person: Person, ownIds: string[], caseId: string, tx: Tx = db()) {
  const found = await findForDecision(person, ownIds, caseId, tx);
  return found && addSanctionFacts(found, tx);
}

type SanctionFactsRow = Pick<SanctionCaseFacts, "isRedacted" | "source" | "mode" | "isSanctioned">;

async function addSanctionFacts(found: CaseForDecision, tx: Tx) {
  const [row] = await tx.$queryRaw<SanctionFactsRow[]>`
    SELECT c."isRedacted", c.source, s.moderation AS mode, EXISTS (
      SELECT FROM sanctions x JOIN decisions d ON d.id = x."decisionId"
      WHERE x."liftedAt" IS NULL AND d."commentId" = c.id) AS "isSanctioned"
    FROM comments c JOIN strategies s ON s.id = c."strategyId" WHERE c.id = ${found.comment.id}`;
  if (!row) throw new NotFound();
  const facts: SanctionCaseFacts = { ...found.facts, ...row };
  return { ...found, facts };
}

/**
 * The sanctions that a rep may impose for a case's comment, or why none; null when there is no case that this person may
 * see. @param loaded the case, where it was read already
 */
export async function getSanctionOptions(person: Person, caseId: string, loaded?: CaseForDecision) {
  const found = loaded ?? (await findForDecision(person, await listOwnParticipantIds(person), caseId));
  if (!found) return null;
  const { facts, text } = await addSanctionFacts(found, db());
  return { text, whyCannotSanction: whyCannotSanction(person, facts), kinds: allowedSanctions(person, facts) };
}

export type OwnSanction = {
  id: string;
  kind: SanctionKind;
  strategyId: string;
  areaName: string;
  /** The text of the reason, and the rep's message. */
  reasonText: string | null;
  message: string | null;
  endsAt: Date | null;
  isInForce: boolean;
  isAcknowledged: boolean;
  isLifted: boolean;
  /** The text of the comment; empty once it is deleted. */
  text: string;
  appeal: { grounds: string; state: CaseState } | null;
};

const ownColumns = {
  ...factColumns,
  id: true,
  reason: true,
  reasonVersion: true,
  message: true,
  strategyId: true,
  decision: {
    select: {
      commentId: true,
      revision: true,
      appeal: { select: { grounds: true, case: { select: { state: true } } } },
    },
  },
} as const;

/** A person's own sanction; null when it is not theirs. */
export async function getOwnSanction(person: Person, id: string): Promise<OwnSanction | null> {
  const found = await db().sanction.findFirst({
    where: { id, participantId: { in: await listOwnParticipantIds(person) } },
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
    reasonText: findReason(reason, reasonVersion)?.text ?? null,
    isInForce: isInForce(found, new Date()),
    isAcknowledged: acknowledgedAt !== null,
    isLifted: liftedAt !== null,
    text: revision?.text ?? "",
    appeal: appeal && { grounds: appeal.grounds, state: appeal.case.state },
  };
}

export type SanctionInForce = { id: string; kind: SanctionKind; areaName: string };

/** A person's sanctions in force, in every strategy. */
export async function listSanctionsInForce(person: Person): Promise<SanctionInForce[]> {
  const rows = await db().sanction.findMany({
    where: { participantId: { in: await listOwnParticipantIds(person) }, liftedAt: null },
    select: { ...factColumns, id: true, participant: { select: { strategy: { select: { areaName: true } } } } },
  });
  const now = new Date();
  return rows
    .filter((row) => isInForce(row, now))
    .map(({ id, kind, participant }) => ({ id, kind, areaName: participant.strategy.areaName }));
}
