import type { Tx } from "@/lib/database/client";
import { type StatementParts, withSql } from "@/lib/database/prepared";
import {
  type CheckContext,
  findCheckContext,
  findCheckContexts,
  hashNormalisedText,
} from "@/lib/moderation/checks/check.queries";
import { type CheckHit, isAtRisk, isDistressing, isInDanger, runChecks } from "@/lib/moderation/checks/check.rules";
import { newParticipant } from "@/lib/moderation/checks/new-participant";
import { caseLane, dueAt } from "@/lib/moderation/queue/case.rules";
import { notifyQueue } from "@/lib/moderation/queue/queue.writes";
import { reportOutcome } from "@/lib/moderation/reports/report.rules";
import { notifyReporters } from "@/lib/moderation/reports/report.writes";
import { reassignIfNoneEligible } from "@/lib/moderation/rota/reassignment.writes";
import { newId } from "@/lib/security/encryption";
import { Prisma } from "@/prisma/generated/client";
import type { CaseKind, CommentState } from "@/prisma/generated/enums";

export type NewCase = {
  kind: CaseKind;
  strategyId: string;
  commentId: string;
  revision: number;
  /** The union that wrote the comment: none of its reps decides. */
  authorUnionId?: string;
  /** Of a second look: the decision to review, and the union of the rep who took it. */
  reviewedDecision?: { decisionId: string; unionId: string | null };
};

/**
 * Opens a case with the reps of the strategy's lead body and stores the hits of the checks. A case that none of these
 * reps may decide goes to another area.
 */
export async function openCase(tx: Tx, newCase: NewCase): Promise<{ id: string; areaId: string }> {
  const { commentId, revision: number } = newCase;
  const where = { commentId_number: { commentId, number } };
  const select = { text: true, comment: { select: { participantId: true } } } as const;
  const { text, comment } = await tx.revision.findUniqueOrThrow({ where, select });
  const row = await prepareCase(tx, { ...newCase, text, participantId: comment.participantId });
  await tx.$executeRaw`${withSql(caseInsertParts(row))} SELECT pg_notify('queue', ${row.areaId})`;
  if (newCase.kind !== "pre_moderation" || newCase.authorUnionId) await reassignIfNoneEligible(tx, row.id);
  return row;
}

/** Opens a case on each of many new comments of a strategy: in four statements, however many they are. */
export async function openFirstCases(
  tx: Tx,
  strategyId: string,
  comments: readonly { id: string; participantId: string; text: string }[],
): Promise<void> {
  if (comments.length === 0) return;
  const newCases = comments.map(({ id: commentId, participantId, text }) => ({
    ...{ kind: "pre_moderation" as const, strategyId, commentId, revision: 1, participantId, text },
    normalisedTextHash: hashNormalisedText(text),
  }));
  const contexts = await findCheckContexts(tx, newCases);
  const openedAt = new Date();
  const prepared = newCases.flatMap(({ participantId: _, ...newCase }, index) => {
    const context = contexts[index];
    return context ? [buildCase(newCase, context)] : [];
  });
  await tx.case.createMany({
    data: prepared.map(({ hits, ...row }) => ({
      ...row,
      isDistressing: isDistressing(hits),
      isAtRisk: isAtRisk(hits),
      lane: caseLane(row.kind, isInDanger(hits)),
      dueAt: dueAt(row.kind, openedAt, isAtRisk(hits)),
    })),
  });
  await tx.checkHit.createMany({
    data: prepared.flatMap(({ id: caseId, hits }) => hits.map((hit) => ({ caseId, ...hit }))),
  });
  await notifyQueue(tx, ...new Set(prepared.map(({ areaId }) => areaId)));
}

/** Opens another case on the newest revision of a comment, with the author's union of its earlier cases. */
export async function openCaseOnComment(
  tx: Tx,
  kind: CaseKind,
  commentId: string,
): Promise<{ id: string; areaId: string }> {
  const { strategyId, revision, cases } = await tx.comment.findUniqueOrThrow({
    where: { id: commentId },
    select: {
      strategyId: true,
      revision: true,
      cases: { where: { authorUnionId: { not: null } }, take: 1, select: { authorUnionId: true } },
    },
  });
  const authorUnionId = cases[0]?.authorUnionId ?? undefined;
  return openCase(tx, { kind, strategyId, commentId, revision, authorUnionId });
}

export type PreparedCase = NewCase & {
  id: string;
  areaId: string;
  normalisedTextHash: Uint8Array<ArrayBuffer>;
  hits: CheckHit[];
};

/** A case with the hits of the checks, ready to be inserted. The comment need not have been inserted yet. */
export async function prepareCase(
  tx: Tx,
  { text, participantId, ...newCase }: NewCase & { text: string; participantId: string },
): Promise<PreparedCase> {
  const normalisedTextHash = hashNormalisedText(text);
  return buildCase(
    { ...newCase, text, normalisedTextHash },
    await findCheckContext(tx, { ...newCase, participantId, normalisedTextHash }),
  );
}

/** The same, given the context of the checks. */
export function buildCase(
  { text, ...newCase }: NewCase & { text: string; normalisedTextHash: Uint8Array<ArrayBuffer> },
  { areaId, settings, checkInput }: CheckContext,
): PreparedCase {
  const hits = runChecks({ text, ...checkInput }, settings);
  // a second look must not show whether its comment was published
  const shown = newCase.kind === "second_look" ? hits.filter(({ check }) => check !== newParticipant.name) : hits;
  return { ...newCase, id: newId(), areaId, hits: shown };
}

/** Inserts a case, as parts of a larger statement. The caller must call `notifyQueue` afterwards. */
export function caseInsertParts({ hits, ...row }: PreparedCase): StatementParts {
  const deadline = dueAt(row.kind, new Date(), isAtRisk(hits));
  return {
    insertCase: Prisma.sql`
      INSERT INTO cases (id, kind, "strategyId", "areaId", "authorUnionId", "commentId", revision, "isDistressing", "isAtRisk", lane,
        "normalisedTextHash", "dueAt", "reviewedDecisionId", "deciderUnionId")
      VALUES (${row.id}, ${row.kind}::"CaseKind", ${row.strategyId}, ${row.areaId}, ${row.authorUnionId ?? null},
        ${row.commentId}, ${row.revision}, ${isDistressing(hits)}, ${isAtRisk(hits)},
        ${caseLane(row.kind, isInDanger(hits))}::"CaseLane", ${row.normalisedTextHash}, ${deadline},
        ${row.reviewedDecision?.decisionId ?? null}, ${row.reviewedDecision?.unionId ?? null})`,
    insertCheckHits: hits.length
      ? Prisma.sql`
      INSERT INTO check_hits (id, "caseId", "check", version, start, "end")
      SELECT hit.id, ${row.id}, hit."check", hit.version, hit.start, hit.till FROM unnest(
        ${hits.map(() => newId())}::text[], ${hits.map(({ check }) => check)}::text[],
        ${hits.map(({ version }) => version)}::int[], ${hits.map(({ start }) => start)}::int[],
        ${hits.map(({ end }) => end)}::int[]) AS hit (id, "check", version, start, till)`
      : null,
  };
}

/**
 * Closes the open cases of a comment that have nothing left to decide, and notifies reporters.
 * @param comment with its new state
 */
export async function closeMootCases(
  tx: Tx,
  { commentId, state }: { commentId: string; state: CommentState },
  now: Date,
  isMoot: (kind: CaseKind) => boolean = (kind) => kind !== "sanction_appeal",
): Promise<void> {
  const openCases = await tx.case.findMany({
    where: { commentId, state: "open" },
    select: { id: true, kind: true, areaId: true },
  });
  const mootCases = openCases.filter(({ kind }) => isMoot(kind));
  if (mootCases.length === 0) return;
  const ids = mootCases.map(({ id }) => id);
  const closing = { decidedAt: now, claimedById: null, claimedUntil: null };
  await tx.case.updateMany({ where: { id: { in: ids }, state: "open" }, data: { state: "lapsed", ...closing } });
  await notifyReporters(tx, ids, reportOutcome({ state: "lapsed", action: null, commentState: state }), {});
  await notifyQueue(tx, ...new Set(mootCases.map(({ areaId }) => areaId)));
}
