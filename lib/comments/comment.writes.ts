import { z } from "zod";
import { sessionParts, type Tokens } from "@/lib/auth/session.commands";
import type { ReplyInput } from "@/lib/comments/comment.schema";
import { nameOf, withParts } from "@/lib/database/client";
import { type CaseRow, caseParts } from "@/lib/moderation/queue/case.writes";
import type { ParticipantRow } from "@/lib/people/participant.writes";
import { consentWording } from "@/lib/people/privacy/consent.rules";
import { newId } from "@/lib/security/encryption";
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
 * comment, revision, themes, case and the session are there together, or none is. A part that would write nothing is
 * left out, for PostgreSQL opens each table with all its indexes. Nobody is told in it: the queue is a moment later,
 * and how many wait is on the LEP's page within half a minute, so that its number does not say to the second when
 * somebody wrote.
 */
export function insertSql({ participant, caseRow, draft, tokens, ...row }: CommentRows): {
  name: string;
  sql: Prisma.Sql;
} {
  const threadId = row.threadId ?? newId();
  const parts = {
    participant: participant.isNew ? newParticipant(participant, row.strategyId) : null,
    consent: participant.isNew ? null : consent(participant.id),
    thread:
      row.threadId === null
        ? Prisma.sql`INSERT INTO threads (id, "strategyId", "sectionId", "paragraphId")
            VALUES (${threadId}, ${row.strategyId}, ${row.sectionId}, ${row.paragraphId})`
        : null,
    comment: Prisma.sql`INSERT INTO comments (id, "strategyId", "threadId", "isReply", "participantId", stance, "lepId",
        "districtId", vintage, "sectorId", "formId")
      VALUES (${row.commentId}, ${row.strategyId}, ${threadId}, ${row.threadId !== null}, ${participant.id},
        ${row.stance}::"Stance", ${row.lepId}, ${row.districtId}, ${row.vintage}, ${row.sectorId}, ${row.formId})`,
    revision: Prisma.sql`INSERT INTO revisions ("commentId", number, "versionId", text)
      VALUES (${row.commentId}, 1, ${row.versionId}, ${row.text})`,
    themes: row.themes.length
      ? Prisma.sql`INSERT INTO comment_themes ("commentId", "themeId")
          SELECT ${row.commentId}, unnest(${row.themes}::text[])`
      : null,
    drafted: draft.owner
      ? Prisma.sql`DELETE FROM drafts WHERE "ownerIndex" = ${draft.owner}::bytea AND place = ${draft.place}`
      : null,
    ...caseParts(caseRow),
    ...sessionParts({ participantId: participant.id }, tokens),
  };
  const alias = participant.isNew
    ? Prisma.sql`(SELECT alias FROM participant)`
    : Prisma.sql`${participant.aliases[0]}::text`;
  return { name: nameOf("comment", parts), sql: Prisma.sql`${withParts(parts)} SELECT ${alias} AS alias` };
}

/** Under the first of the aliases that nobody has there; when all are taken, the first, which is then refused. */
const newParticipant = ({ id, aliases, ownerIndex, receiptHash }: ParticipantRow, strategyId: string) => Prisma.sql`
    INSERT INTO participants (id, "strategyId", alias, "ownerIndex", "receiptHash", "consentedTo", "consentedAt")
    SELECT ${id}, ${strategyId}, coalesce((SELECT one FROM unnest(${aliases}::text[]) one
      WHERE (SELECT id FROM participants WHERE "strategyId" = ${strategyId} AND alias = one) IS NULL LIMIT 1),
      ${aliases[0]}), ${ownerIndex}::bytea, ${receiptHash}::bytea, ${consentWording}, now() AT TIME ZONE 'UTC'
    RETURNING alias`;

const consent = (id: string) => Prisma.sql`
    UPDATE participants
    SET "consentedTo" = ${consentWording}, "consentedAt" = now() AT TIME ZONE 'UTC', "consentEndedAt" = NULL
    WHERE id = ${id} AND ("consentedTo" IS DISTINCT FROM ${consentWording} OR "consentEndedAt" IS NOT NULL)`;
