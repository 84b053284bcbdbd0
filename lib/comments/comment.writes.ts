import { z } from "zod";
import { type SessionTokens, startSessionSql } from "@/lib/auth/session.writes";
import type { ReplyInput } from "@/lib/comments/comment.schema";
import type { Tx } from "@/lib/database/client";
import { statementName, withSql } from "@/lib/database/prepared";
import { transitionColumns } from "@/lib/moderation/decisions/transition.rules";
import { transitionComment } from "@/lib/moderation/decisions/transition.writes";
import { caseInsertParts, type PreparedCase } from "@/lib/moderation/queue/case.writes";
import type { ParticipantRow } from "@/lib/people/participant.queries";
import { currentConsentVersion } from "@/lib/people/privacy/consent.rules";
import { newId, plainHash } from "@/lib/security/encryption";
import { Prisma } from "@/prisma/generated/client";

/** Where a comment belongs; `threadId` is null where it starts a thread. Replies have no themes, district and sector. */
export type CommentTarget = {
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

export type CommentInsert = CommentTarget &
  ReplyInput & {
    commentId: string;
    participant: ParticipantRow;
    caseRow: PreparedCase;
    /** The draft of the comment, deleted in the same statement. */
    draft: { owner: Uint8Array<ArrayBuffer> | null; place: string };
    tokens: SessionTokens | null;
  };

/** The result of insertCommentSql: the author’s alias. */
export const insertResult = z.tuple([z.object({ alias: z.string() })]);

/**
 * Inserts participant and consent, thread, comment, revision, themes, case and session in one statement: this is the
 * busiest write of the service. Parts that would write nothing are left out, because PostgreSQL opens each table with
 * all its indexes. The statement sends no notification: reps are notified a moment later, and a LEP's page counts the
 * comment within half a minute, so that the count does not reveal the second at which somebody wrote.
 */
export function insertCommentSql({ participant, caseRow, draft, tokens, ...row }: CommentInsert): {
  name: string;
  sql: Prisma.Sql;
} {
  const threadId = row.threadId ?? newId();
  const parts = {
    participant: participant.isNew ? insertParticipantSql(participant, row.strategyId) : null,
    consent: participant.isNew ? null : renewConsentSql(participant.id),
    thread:
      row.threadId === null
        ? Prisma.sql`INSERT INTO threads (id, "strategyId", "sectionId", "paragraphId")
            VALUES (${threadId}, ${row.strategyId}, ${row.sectionId}, ${row.paragraphId})`
        : null,
    comment: Prisma.sql`INSERT INTO comments (id, "strategyId", "threadId", "isReply", "participantId", stance, "lepId",
        "districtId", vintage, "sectorId", "formHash")
      VALUES (${row.commentId}, ${row.strategyId}, ${threadId}, ${row.threadId !== null}, ${participant.id},
        ${row.stance}::"Stance", ${row.lepId}, ${row.districtId}, ${row.vintage}, ${row.sectorId}, ${plainHash(row.formId)}::bytea)`,
    revision: Prisma.sql`INSERT INTO revisions ("commentId", number, "versionId", text)
      VALUES (${row.commentId}, 1, ${row.versionId}, ${row.text})`,
    themes: row.themes.length
      ? Prisma.sql`INSERT INTO comment_themes ("commentId", "themeId")
          SELECT ${row.commentId}, unnest(${row.themes}::text[])`
      : null,
    deletedDraft: draft.owner
      ? Prisma.sql`DELETE FROM drafts WHERE "ownerIndex" = ${draft.owner}::bytea AND place = ${draft.place}`
      : null,
    ...caseInsertParts(caseRow),
    ...startSessionSql({ participantId: participant.id }, tokens),
  };
  const alias = participant.isNew
    ? Prisma.sql`(SELECT alias FROM participant)`
    : Prisma.sql`${participant.aliases[0]}::text`;
  return { name: statementName("comment", parts), sql: Prisma.sql`${withSql(parts)} SELECT ${alias} AS alias` };
}

/** Takes the first alias that is free in the strategy. When all are taken it takes the first, which then violates the unique index. */
const insertParticipantSql = (
  { id, aliases, ownerIndex, receiptHash }: ParticipantRow,
  strategyId: string,
) => Prisma.sql`
    INSERT INTO participants (id, "strategyId", alias, "ownerIndex", "receiptHash", "consentedTo", "consentedAt")
    SELECT ${id}, ${strategyId}, coalesce((SELECT candidate FROM unnest(${aliases}::text[]) candidate
      WHERE (SELECT id FROM participants WHERE "strategyId" = ${strategyId} AND alias = candidate) IS NULL LIMIT 1),
      ${aliases[0]}), ${ownerIndex}::bytea, ${receiptHash}::bytea, ${currentConsentVersion}, now() AT TIME ZONE 'UTC'
    RETURNING alias`;

const renewConsentSql = (id: string) => Prisma.sql`
    UPDATE participants
    SET "consentedTo" = ${currentConsentVersion}, "consentedAt" = now() AT TIME ZONE 'UTC', "consentEndedAt" = NULL
    WHERE id = ${id} AND ("consentedTo" IS DISTINCT FROM ${currentConsentVersion} OR "consentEndedAt" IS NOT NULL)`;

/** Makes a new comment ready for the next edition, where the strategy publishes before a rep has read it. */
export async function acceptSubmittedComment(tx: Tx, commentId: string, text: string): Promise<void> {
  const comment = await tx.comment.findUniqueOrThrow({ where: { id: commentId }, select: transitionColumns });
  if (!(await transitionComment(tx, comment, "ready", new Date(), { text })))
    throw new Error("A comment moved before anybody could see it.");
}
