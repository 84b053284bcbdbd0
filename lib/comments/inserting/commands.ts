import { z } from "zod";
import type { ReplyInput } from "@/lib/comments/schema";
import { type CaseRow, caseSql } from "@/lib/moderation/cases/commands";
import type { ParticipantRow } from "@/lib/people/participants/commands";
import { consentWording } from "@/lib/people/rules";
import { sessionSql, type Tokens } from "@/lib/people/sessions/commands";
import { newId } from "@/lib/secrets";
import { Prisma } from "@/prisma/generated/client";

/** Where a comment is, and what a first one says of itself and a reply does not: `threadId` is null where a thread begins. */
export type CommentPlace = {
  strategyId: string;
  sectionId: string;
  versionId: string;
  threadId: string | null;
  paragraphId: string | null;
  themes: string[];
  lepId: string | null;
  districtId: string | null;
  vintage: string | null;
  sectorId: string | null;
};

export type CommentRows = CommentPlace &
  ReplyInput & {
    commentId: string;
    participant: ParticipantRow;
    caseRow: CaseRow;
    /** What was kept of it while it was written, which goes now. */
    draft: { owner: Uint8Array<ArrayBuffer> | null; place: string };
    tokens: Tokens | null;
  };

/** What that statement gives: the alias under which the words stand. */
export const inserted = z.tuple([z.object({ alias: z.string() })]);

/**
 * One statement, and so one transaction, because this is what many do at once: participant with consent, thread,
 * comment, revision, themes, case and the session are there together, or none is. No page is told: how many
 * wait is on the LEP's page within half a minute, so that its number does not say to the second when somebody wrote.
 */
export function insertSql({ participant, caseRow, draft, tokens, ...row }: CommentRows): Prisma.Sql {
  return Prisma.sql`
    WITH participant AS (
      INSERT INTO participants (id, "strategyId", alias, "ownerIndex", "receiptHash", "consentedTo", "consentedAt")
      SELECT ${participant.id}, ${row.strategyId}, coalesce((SELECT one FROM unnest(${participant.aliases}::text[]) one
        WHERE NOT EXISTS (SELECT FROM participants WHERE "strategyId" = ${row.strategyId} AND alias = one) LIMIT 1),
        ${participant.aliases[0]}), ${participant.ownerIndex}::bytea,
        ${participant.receiptHash}::bytea, ${consentWording}, now() AT TIME ZONE 'UTC' WHERE ${participant.isNew} RETURNING alias
    ), consent AS (
      UPDATE participants SET "consentedTo" = ${consentWording}, "consentedAt" = now() AT TIME ZONE 'UTC', "consentEndedAt" = NULL
      WHERE id = ${participant.id} AND ("consentedTo" IS DISTINCT FROM ${consentWording} OR "consentEndedAt" IS NOT NULL)
    ), thread AS (
      INSERT INTO threads (id, "strategyId", "sectionId", "paragraphId")
      SELECT ${newId()}, ${row.strategyId}, ${row.sectionId}, ${row.paragraphId} WHERE ${row.threadId}::text IS NULL RETURNING id
    ), comment AS (
      INSERT INTO comments (id, "strategyId", "threadId", "isReply", "participantId", stance, "lepId", "districtId",
        vintage, "sectorId", "formId")
      SELECT ${row.commentId}, ${row.strategyId}, coalesce(${row.threadId}, (SELECT id FROM thread)),
        ${row.threadId}::text IS NOT NULL, ${participant.id}, ${row.stance}::"Stance", ${row.lepId},
        ${row.districtId}, ${row.vintage}, ${row.sectorId}, ${row.formId}
    ), revision AS (
      INSERT INTO revisions ("commentId", number, "versionId", text)
      SELECT ${row.commentId}, 1, ${row.versionId}, ${row.text}
    ), themes AS (
      INSERT INTO comment_themes ("commentId", "themeId") SELECT ${row.commentId}, unnest(${row.themes}::text[])
    ), drafted AS (
      DELETE FROM drafts WHERE "ownerIndex" = ${draft.owner}::bytea AND place = ${draft.place}
    ), ${caseSql(caseRow)}, ${sessionSql({ participantId: participant.id }, tokens)}
    SELECT pg_notify('queue', "areaId")::text, coalesce((SELECT alias FROM participant), ${participant.aliases[0]}) AS alias
    FROM opened`;
}
