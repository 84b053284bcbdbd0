import { z } from "zod";
import type { SubmittedContent } from "@/lib/comments/submission.rules";
import { db } from "@/lib/database/client";
import { runPrepared } from "@/lib/database/prepared";
import { receiptForForm } from "@/lib/people/participant.queries";
import { constantTimeEqual, plainHash } from "@/lib/security/encryption";
import { type LimitName, limitSql } from "@/lib/security/rate-limit";
import { isCountedUnderLead, type LeadBody } from "@/lib/strategies/strategy.rules";
import { Prisma } from "@/prisma/generated/client";
import { type CommentState, ModerationMode, Phase } from "@/prisma/generated/enums";

/** A comment that was accepted. `receipt` is set for somebody who had neither an account nor an earlier receipt. */
export type SubmittedComment = {
  commentId: string;
  strategyId: string;
  participantId: string;
  receipt: string | null;
  alias: string;
  /** Already published, perhaps, where the strategy publishes first. */
  state: CommentState;
  /** Whether the session of the tokens that were given has started. */
  hasStartedSession: boolean;
  /** A check saw that somebody may be at risk of harming themselves: the author is shown where help is. */
  isAtRisk: boolean;
};

/** The comment that a form created, with its receipt; null when the form was never sent. */
export async function getSubmittedComment(formId: string): Promise<SubmittedComment | null> {
  return (await getSubmission(formId))?.comment ?? null;
}

/** The same, with what the form held. */
export async function getSubmission(
  formId: string,
): Promise<{ comment: SubmittedComment; content: SubmittedContent } | null> {
  const row = await db().comment.findUnique({
    where: { formHash: plainHash(formId) },
    select: {
      id: true,
      strategyId: true,
      state: true,
      cases: { where: { isAtRisk: true }, take: 1, select: { id: true } },
      stance: true,
      districtId: true,
      sectorId: true,
      themes: { select: { themeId: true } },
      revisions: { where: { number: 1 }, select: { text: true } },
      participant: { select: { id: true, alias: true, receiptHash: true } },
    },
  });
  if (!row) return null;
  const { id: participantId, alias, receiptHash } = row.participant;
  // only the browser that showed the form knows its id, of which we store a hash, so it may see the receipt again
  const receipt = receiptForForm(formId);
  const isItsReceipt = receiptHash !== null && constantTimeEqual(receiptHash, plainHash(receipt));
  const comment = {
    ...{ commentId: row.id, strategyId: row.strategyId, state: row.state, participantId, alias },
    receipt: isItsReceipt ? receipt : null,
    hasStartedSession: false,
    isAtRisk: row.cases.length > 0,
  };
  const content = {
    text: row.revisions[0]?.text ?? "",
    stance: row.stance,
    themes: row.themes.map(({ themeId }) => themeId),
    district: row.districtId,
    sector: row.sectorId,
  };
  return { comment, content };
}

const openStrategyColumns = {
  phase: true,
  moderation: true,
  closesAt: true,
  bodies: { where: { body: { isCounted: true } }, select: { bodyId: true } },
  leadBody: { select: { id: true, isCounted: true, hasMayor: true } },
  versions: { where: { publishedAt: { not: null } }, orderBy: { number: "desc" }, take: 1, select: { id: true } },
} as const;

const openSection = z.object({
  sectionId: z.string(),
  versionId: z.string(),
  foundationId: z.string().nullable(),
  phase: z.enum(Phase),
  closesAt: z.date().nullable(),
  mode: z.enum(ModerationMode),
  lepIds: z.array(z.string()),
  district: z.object({ viaBodies: z.array(z.string()), on2017: z.boolean(), on2021: z.boolean() }).nullable(),
});

const openSectionWithContext = openSection.extend({ context: z.unknown(), points: z.number().default(0) });

const withLimitSql = ({ limitName, subject }: { limitName: LimitName; subject: string }, sql: Prisma.Sql) => Prisma.sql`
    WITH usage AS (${limitSql(limitName, subject)}) SELECT section.*, usage.points FROM (${sql}) section, usage`;

/** What a command needs to know of a section to accept a comment; null when the newest version does not have it. */
export async function getOpenSection(slug: string, number: number, districtId: string | null) {
  const [row] = await runPrepared("open section", openSectionSql(slug, number, districtId, Prisma.sql`NULL`));
  return row ? { strategyId: slug, ...openSection.parse(row) } : null;
}

/**
 * The same, with one more value of the same statement, for the caller to parse. With a limit, it counts one try.
 * @param contextSql an expression
 */
export async function getOpenSectionWithContext(
  slug: string,
  number: number,
  districtId: string | null,
  contextSql: Prisma.Sql,
  limit: { limitName: LimitName; subject: string } | null,
) {
  const sql = openSectionSql(slug, number, districtId, contextSql);
  const [row] = limit
    ? await runPrepared("open section with limit", withLimitSql(limit, sql))
    : await runPrepared("open section with check context", sql);
  return row ? { strategyId: slug, ...openSectionWithContext.parse(row) } : null;
}

const openSectionSql = (slug: string, number: number, districtId: string | null, contextSql: Prisma.Sql) => Prisma.sql`
    SELECT ${contextSql} AS context, s.id AS "sectionId", v.id AS "versionId", w."foundationId", t.phase, t."closesAt", t.moderation AS mode,
      ARRAY(SELECT b.id FROM bodies b WHERE b."isCounted" AND (b.id IN (SELECT "bodyId" FROM strategy_bodies WHERE "strategyId" = t.id)
        OR b.id = t."leadBodyId" AND NOT (b."hasMayor" AND EXISTS (SELECT FROM strategy_bodies WHERE "strategyId" = t.id)))) AS "lepIds",
      (SELECT jsonb_build_object('viaBodies', d."viaBodies", 'on2017', d."on2017", 'on2021', d."on2021")
        FROM strategy_districts d
        WHERE d."strategyId" = t.id AND d."districtId" = ${districtId} AND d.role <> 'former_lep_area') AS district
    FROM strategies t
    JOIN sections s ON s."strategyId" = t.id AND s.number = ${number}
    JOIN LATERAL (SELECT id FROM versions WHERE "strategyId" = t.id AND "publishedAt" IS NOT NULL
      ORDER BY number DESC LIMIT 1) v ON true
    JOIN version_sections w ON w."versionId" = v.id AND w."sectionId" = s.id
    WHERE t.id = ${slug}`;

/** Whether a version has this paragraph in this section. */
export async function isParagraphOf(
  place: { versionId: string; sectionId: string },
  paragraphId: string,
): Promise<boolean> {
  const { versionId, sectionId } = place;
  return (await db().versionParagraph.count({ where: { versionId, sectionId, paragraphId } })) > 0;
}

/** Where a paragraph is in the newest version. `number` is of its section; null when that version does not have it. */
export async function findParagraph(
  strategyId: string,
  paragraphId: string,
): Promise<{ text: string; number: number | null } | null> {
  const [newest] = await db().version.findMany({
    where: { strategyId, publishedAt: { not: null } },
    orderBy: { number: "desc" },
    take: 1,
    select: { id: true },
  });
  const last = await db().versionParagraph.findFirst({
    where: { paragraphId, version: { strategyId, publishedAt: { not: null } } },
    orderBy: { version: { number: "desc" } },
    select: { text: true, versionId: true, section: { select: { number: true } } },
  });
  if (!newest || !last) return null;
  return { text: last.text, number: last.versionId === newest.id ? last.section.number : null };
}

/** What a command needs to know of a thread to accept a reply; null when the thread is not public. */
export async function getOpenThread(slug: string, threadId: string) {
  const thread = await db().thread.findFirst({
    where: { id: threadId, strategyId: slug, week: { not: null } },
    select: {
      state: true,
      section: { select: { id: true } },
      comments: { where: { isReply: false }, select: { state: true } },
      strategy: { select: openStrategyColumns },
    },
  });
  const version = thread?.strategy.versions[0];
  if (!thread || !version) return null;
  const { phase, closesAt, moderation: mode } = thread.strategy;
  return {
    strategyId: slug,
    sectionId: thread.section.id,
    versionId: version.id,
    phase,
    closesAt,
    mode,
    state: thread.state,
    isFirstCommentPublished: thread.comments[0]?.state === "published",
    lepIds: countedLepIds(thread.strategy),
  };
}

function countedLepIds(strategy: { bodies: { bodyId: string }[]; leadBody: LeadBody & { id: string } }): string[] {
  const ids = strategy.bodies.map(({ bodyId }) => bodyId);
  return [...new Set(isCountedUnderLead(strategy.leadBody, ids) ? [strategy.leadBody.id, ...ids] : ids)];
}
