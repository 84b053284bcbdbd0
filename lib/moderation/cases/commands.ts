import type { Tx } from "@/lib/db";
import { dueAt } from "@/lib/moderation/cases/rules";
import { findAround } from "@/lib/moderation/checks/queries";
import { type Hit, runChecks, sameWordsOf } from "@/lib/moderation/checks/rules";
import { passIfNobody } from "@/lib/moderation/passing/commands";
import { keyedHash, newId } from "@/lib/secrets";
import type { CaseKind } from "@/prisma/generated/enums";

export type NewCase = {
  kind: CaseKind;
  strategyId: string;
  commentId: string;
  revision: number;
  /** The revision's text, from a caller that has it at hand. */
  text?: string;
  /** The union whose words these are: none of its reps decides. */
  ofUnionId?: string;
};

/**
 * Opens a case with the reps of the strategy's lead body, in the caller's transaction: the checks look at the words
 * and note what they find. A case that none of these reps could decide goes to another area.
 */
export async function openCase(tx: Tx, opened: NewCase): Promise<{ id: string; areaId: string }> {
  const { strategyId, commentId } = opened;
  const text = opened.text ?? (await findText(tx, opened));
  const sameText = keyedHash("same-text", sameWordsOf(text));
  const { areaId, settings, around } = await findAround(tx, { commentId, strategyId, sameText });
  const hits = runChecks({ text, ...around }, settings);
  const id = newId();
  await insertCase(tx, { ...opened, id, areaId, sameText, hits });
  if (opened.kind !== "pre_moderation" || opened.ofUnionId) await passIfNobody(tx, id);
  return { id, areaId };
}

async function findText(tx: Tx, { commentId, revision: number }: NewCase): Promise<string> {
  const where = { commentId_number: { commentId, number } };
  return (await tx.revision.findUniqueOrThrow({ where, select: { text: true } })).text;
}

type Row = NewCase & { id: string; areaId: string; sameText: Uint8Array<ArrayBuffer>; hits: Hit[] };

/** One statement, because a case opens with every comment that is sent. The area's reps hear of it. */
async function insertCase(tx: Tx, { hits, ...row }: Row): Promise<void> {
  const isDistressing = hits.some(({ rule }) => rule === "distress");
  await tx.$executeRaw`
    WITH opened AS (
      INSERT INTO cases (id, kind, "strategyId", "areaId", "ofUnionId", "commentId", revision, "isDistressing", "sameText", "dueAt")
      SELECT ${row.id}, ${row.kind}::"CaseKind", ${row.strategyId}, ${row.areaId}, ${row.ofUnionId ?? null},
        ${row.commentId}, ${row.revision}, ${isDistressing}, ${row.sameText}, ${dueAt(row.kind, new Date())}
      RETURNING "areaId"
    ), noted AS (
      INSERT INTO check_hits (id, "caseId", rule, version, start, "end")
      SELECT hit.id, ${row.id}, hit.rule, hit.version, hit.start, hit.till FROM unnest(
        ${hits.map(() => newId())}::text[], ${hits.map(({ rule }) => rule)}::text[],
        ${hits.map(({ version }) => version)}::int[], ${hits.map(({ start }) => start)}::int[],
        ${hits.map(({ end }) => end)}::int[]) AS hit (id, rule, version, start, till)
    )
    SELECT pg_notify('queue', "areaId") FROM opened`;
}
