import { z } from "zod";
import { db } from "@/lib/database/client";
import { jsonRows, jsonTime } from "@/lib/database/json-rows";
import { sectionTitleSql } from "@/lib/moderation/queue/queue.queries";
import { type Person, representedUnionIds } from "@/lib/people/person.policy";
import { Prisma } from "@/prisma/generated/client";
import {
  CaseKind,
  CaseLane,
  CaseState,
  CommentState,
  ModerationAction,
  ReassignmentKind,
  Stance,
} from "@/prisma/generated/enums";

const decisionView = z.object({
  action: z.enum(ModerationAction),
  decidedBy: z.string(),
  decidedAt: jsonTime,
  /** Its place in the chain of decisions. */
  sequence: z.number(),
  reason: z.string().nullable(),
  toAuthor: z.string().nullable(),
  note: z.string().nullable(),
});
export type DecisionView = z.infer<typeof decisionView>;

const reassignment = z.object({
  kind: z.enum(ReassignmentKind),
  reassignedById: z.string().nullable(),
  reassignedBy: z.string().nullable(),
  toAreaId: z.string(),
  reason: z.string().nullable(),
  reassignedAt: jsonTime,
});
export type ReassignmentView = Omit<z.infer<typeof reassignment>, "reassignedById">;

const checkHit = z.object({ check: z.string(), start: z.number(), end: z.number() });

const aliasDecision = z.object({
  caseId: z.string(),
  action: z.enum(ModerationAction),
  reason: z.string().nullable(),
  decidedAt: jsonTime,
  sectionTitle: z.string(),
});
export type AliasDecision = z.infer<typeof aliasDecision>;

const caseRow = z.object({
  id: z.string(),
  kind: z.enum(CaseKind),
  state: z.enum(CaseState),
  lane: z.enum(CaseLane),
  strategyId: z.string(),
  areaName: z.string(),
  sectionTitle: z.string(),
  sectionNumber: z.number(),
  alias: z.string(),
  text: z.string(),
  openedAt: jsonTime,
  dueAt: jsonTime,
  heldUntil: jsonTime.nullable(),
  commentState: z.enum(CommentState),
  version: z.number(),
  isDistressing: z.boolean(),
  isAtRisk: z.boolean(),
  claimedById: z.string().nullable(),
  claimedUntil: jsonTime.nullable(),
  claimedBy: z.string(),
  commentId: z.string(),
  threadId: z.string(),
  isThreadPublic: z.boolean(),
  isReply: z.boolean(),
  stance: z.enum(Stance).nullable(),
  themes: z.array(z.string()),
  parentText: z.string().nullable(),
  paragraphText: z.string().nullable(),
  hits: z.array(checkHit),
  reports: z.array(z.object({ reason: z.string(), details: z.string().nullable() })),
  appeal: z.string().nullable(),
  duplicateCount: z.number(),
  earlierTexts: z.array(z.string()),
  decisions: z.array(decisionView),
  aliasDecisions: z.array(aliasDecision),
  reassignments: z.array(reassignment),
});
export type CaseRow = z.infer<typeof caseRow>;

/** Reads a case that this person may see, in one statement. */
export async function readCase(person: Person, id: string): Promise<CaseRow> {
  const [row] = await db().$queryRaw<{ found: unknown }[]>`
    SELECT jsonb_build_object(
      'id', k.id, 'kind', k.kind, 'state', k.state, 'lane', k.lane, 'strategyId', k."strategyId",
      'areaName', s."areaName", 'sectionTitle', ${sectionTitleSql}, 'sectionNumber', n.number, 'alias', p.alias,
      'text', coalesce(r.text, ''), 'openedAt', k."openedAt", 'dueAt', k."dueAt", 'heldUntil', k."heldUntil",
      'commentState', c.state, 'version', c.version, 'isDistressing', k."isDistressing", 'isAtRisk', k."isAtRisk",
      'claimedById', k."claimedById", 'claimedUntil', k."claimedUntil",
      'claimedBy', coalesce((SELECT label FROM accounts WHERE id = k."claimedById"), 'Another rep'),
      'commentId', c.id, 'threadId', t.id, 'isThreadPublic', t.week IS NOT NULL, 'isReply', c."isReply", 'stance', c.stance,
      'themes', (SELECT coalesce(jsonb_agg(h.name ORDER BY h.position), '[]')
        FROM comment_themes ct JOIN themes h ON h.id = ct."themeId" WHERE ct."commentId" = c.id),
      'parentText', CASE WHEN c."isReply" THEN (
        SELECT o.text FROM comments o WHERE o."threadId" = t.id AND NOT o."isReply" LIMIT 1) END,
      'paragraphText', (SELECT text FROM version_paragraphs
        WHERE "versionId" = r."versionId" AND "paragraphId" = t."paragraphId"),
      'hits', ${jsonRows(Prisma.sql`SELECT h."check", h.start, h."end" FROM check_hits h WHERE h."caseId" = k.id ORDER BY h.start`)},
      'reports', ${jsonRows(Prisma.sql`SELECT reason, details FROM reports WHERE "caseId" = k.id ORDER BY id`)},
      'appeal', (SELECT grounds FROM appeals WHERE "caseId" = k.id),
      'duplicateCount', (SELECT count(*)::int FROM cases o WHERE o."strategyId" = k."strategyId" AND o.kind = k.kind
        AND o."normalisedTextHash" = k."normalisedTextHash" AND o.state = 'open' AND o.id <> k.id),
      'earlierTexts', (SELECT coalesce(jsonb_agg(o.text ORDER BY o.number DESC), '[]') FROM revisions o
        WHERE o."commentId" = c.id AND o.number < k.revision AND o.text <> '' AND NOT c."isRedacted"),
      'decisions', ${jsonRows(Prisma.sql`SELECT d.action, d."decidedAt", d.sequence, d.reason, coalesce(a.label, 'a rep') AS "decidedBy",
          note."toAuthor", note.private AS note
        FROM decisions d LEFT JOIN accounts a ON a.id = d."deciderId" LEFT JOIN decision_notes note ON note."decisionId" = d.id
        WHERE d."commentId" = c.id AND ${isNotBlindSql(person)} ORDER BY d.sequence DESC LIMIT 20`)},
      'aliasDecisions', ${jsonRows(Prisma.sql`SELECT d."caseId", d.action, d.reason, d."decidedAt", titled."sectionTitle"
        FROM comments o JOIN decisions d ON d."commentId" = o.id CROSS JOIN LATERAL (
          SELECT ${sectionTitleSql} AS "sectionTitle" FROM threads t WHERE t.id = o."threadId") titled
        WHERE o."participantId" = c."participantId" AND o.id <> c.id AND ${isNotBlindSql(person)}
          AND d.action NOT IN ('agree', 'disagree', 'lock', 'unlock')
        ORDER BY d."decidedAt" DESC, d.sequence DESC LIMIT 10`)},
      'reassignments', ${jsonRows(Prisma.sql`SELECT m.kind, m."reassignedById",
          CASE WHEN m."reassignedById" IS NOT NULL THEN coalesce(a.label, 'a rep') END AS "reassignedBy",
          m."toAreaId", m.reason, m."reassignedAt"
        FROM case_reassignments m LEFT JOIN accounts a ON a.id = m."reassignedById"
        WHERE m."caseId" = k.id ORDER BY m."reassignedAt", m."orderInDay"`)}
    ) AS found
    FROM cases k JOIN strategies s ON s.id = k."strategyId" JOIN comments c ON c.id = k."commentId"
    JOIN participants p ON p.id = c."participantId" JOIN threads t ON t.id = c."threadId"
    JOIN sections n ON n.id = t."sectionId"
    LEFT JOIN revisions r ON r."commentId" = c.id AND r.number = k.revision
    WHERE k.id = ${id}`;
  return caseRow.parse(row?.found);
}

/** Whether decision `d` is shown to a person: not while they may take a second look at it. */
function isNotBlindSql(person: Person): Prisma.Sql {
  return Prisma.sql`(d."deciderId" = ${person.accountId} OR NOT EXISTS (
    SELECT FROM cases l WHERE l."reviewedDecisionId" = d.id AND l.state = 'open'
      AND (l."deciderUnionId" IS NULL OR l."deciderUnionId" <> ALL(${representedUnionIds(person)}))))`;
}
