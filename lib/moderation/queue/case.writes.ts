import { type Parts, type Tx, withParts } from "@/lib/database/client";
import { type Around, findAround } from "@/lib/moderation/checks/check.queries";
import { type Hit, runChecks, sameWordsOf } from "@/lib/moderation/checks/check.rules";
import { dueAt } from "@/lib/moderation/queue/case.rules";
import { passIfNobody } from "@/lib/moderation/rota/reassignment.writes";
import { keyedHash, newId } from "@/lib/security/encryption";
import { Prisma } from "@/prisma/generated/client";
import type { CaseKind } from "@/prisma/generated/enums";

export type NewCase = {
  kind: CaseKind;
  strategyId: string;
  commentId: string;
  revision: number;
  /** The union whose words these are: none of its reps decides. */
  ofUnionId?: string;
  /** A second look: the decision that is looked at again, and the union of whoever took it. */
  looksAt?: { decisionId: string; unionId: string | null };
};

/**
 * Opens a case with the reps of the strategy's lead body, in the caller's transaction: the checks look at the words
 * and note what they find. A case that none of these reps could decide goes to another area.
 */
export async function openCase(tx: Tx, opened: NewCase): Promise<{ id: string; areaId: string }> {
  const { commentId, revision: number } = opened;
  const where = { commentId_number: { commentId, number } };
  const select = { text: true, comment: { select: { participantId: true } } } as const;
  const { text, comment } = await tx.revision.findUniqueOrThrow({ where, select });
  const row = await prepareCase(tx, { ...opened, text, participantId: comment.participantId });
  await tx.$executeRaw`${withParts(caseParts(row))} SELECT pg_notify('queue', ${row.areaId})`;
  if (opened.kind !== "pre_moderation" || opened.ofUnionId) await passIfNobody(tx, row.id);
  return row;
}

/** Opens one more case, on a comment as it stands now. Whose union's words they are stays with it. */
export async function openAnother(tx: Tx, kind: CaseKind, commentId: string): Promise<{ id: string; areaId: string }> {
  const { strategyId, revision, cases } = await tx.comment.findUniqueOrThrow({
    where: { id: commentId },
    select: {
      strategyId: true,
      revision: true,
      cases: { where: { ofUnionId: { not: null } }, take: 1, select: { ofUnionId: true } },
    },
  });
  const ofUnionId = cases[0]?.ofUnionId ?? undefined;
  return openCase(tx, { kind, strategyId, commentId, revision, ofUnionId });
}

export type CaseRow = NewCase & { id: string; areaId: string; sameText: Uint8Array<ArrayBuffer>; hits: Hit[] };

/** A case with what the checks find in the words, ready to be inserted; the comment itself need not be there yet. */
export async function prepareCase(
  tx: Tx,
  { text, participantId, ...opened }: NewCase & { text: string; participantId: string },
): Promise<CaseRow> {
  const sameText = sameTextOf(text);
  return caseOf({ ...opened, text, sameText }, await findAround(tx, { ...opened, participantId, sameText }));
}

/** The same, where what is around the words is known already. */
export function caseOf(
  { text, ...opened }: NewCase & { text: string; sameText: Uint8Array<ArrayBuffer> },
  { areaId, settings, around }: Around,
): CaseRow {
  return { ...opened, id: newId(), areaId, hits: runChecks({ text, ...around }, settings) };
}

/** By which a case finds others with the same words. */
export const sameTextOf = (text: string) => keyedHash("same-text", sameWordsOf(text));

/** What inserts a case, as parts of a larger statement; the queue is to be told (markQueue). */
export function caseParts({ hits, ...row }: CaseRow): Parts {
  const isDistressing = hits.some(({ rule }) => rule === "distress");
  return {
    opened: Prisma.sql`
      INSERT INTO cases (id, kind, "strategyId", "areaId", "ofUnionId", "commentId", revision, "isDistressing", "sameText",
        "dueAt", "looksAtId", "firstUnionId")
      VALUES (${row.id}, ${row.kind}::"CaseKind", ${row.strategyId}, ${row.areaId}, ${row.ofUnionId ?? null},
        ${row.commentId}, ${row.revision}, ${isDistressing}, ${row.sameText}, ${dueAt(row.kind, new Date())},
        ${row.looksAt?.decisionId ?? null}, ${row.looksAt?.unionId ?? null})`,
    noted: hits.length
      ? Prisma.sql`
      INSERT INTO check_hits (id, "caseId", rule, version, start, "end")
      SELECT hit.id, ${row.id}, hit.rule, hit.version, hit.start, hit.till FROM unnest(
        ${hits.map(() => newId())}::text[], ${hits.map(({ rule }) => rule)}::text[],
        ${hits.map(({ version }) => version)}::int[], ${hits.map(({ start }) => start)}::int[],
        ${hits.map(({ end }) => end)}::int[]) AS hit (id, rule, version, start, till)`
      : null,
  };
}
