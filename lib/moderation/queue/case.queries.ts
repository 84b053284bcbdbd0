import { z } from "zod";
import { db } from "@/lib/database/client";
import { allowedTransitions, canReassign, whyCannotDecide } from "@/lib/moderation/decisions/decision.policy";
import { type CaseForDecision, findForDecision } from "@/lib/moderation/decisions/decision.queries";
import { getReversal, type ReversalView } from "@/lib/moderation/decisions/reversal.queries";
import { blindActions, isBlind } from "@/lib/moderation/decisions/second-look.rules";
import type { Transition } from "@/lib/moderation/decisions/transition.rules";
import { type CaseListItem, toCaseListItem } from "@/lib/moderation/queue/case-list-item.rules";
import { visibleCasesWhere } from "@/lib/moderation/queue/case-visibility.rules";
import { sectionTitleSql } from "@/lib/moderation/queue/queue.queries";
import { listReassignmentTargets } from "@/lib/moderation/rota/reassignment.queries";
import { getSanctionOptions } from "@/lib/moderation/sanctions/sanction.queries";
import { listOwnParticipantIds } from "@/lib/people/participant.queries";
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

// times in JSON are UTC without a zone
const moment = z.string().transform((text) => new Date(`${text}Z`));

const decisionView = z.object({
  action: z.enum(ModerationAction),
  decidedBy: z.string(),
  decidedAt: moment,
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
  reassignedAt: moment,
});
export type ReassignmentView = Omit<z.infer<typeof reassignment>, "reassignedById">;

const checkHit = z.object({ check: z.string(), start: z.number(), end: z.number() });
export type CheckHitView = z.infer<typeof checkHit>;

const aliasDecision = z.object({
  caseId: z.string(),
  action: z.enum(ModerationAction),
  reason: z.string().nullable(),
  decidedAt: moment,
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
  openedAt: moment,
  dueAt: moment,
  heldUntil: moment.nullable(),
  commentState: z.enum(CommentState),
  version: z.number(),
  isDistressing: z.boolean(),
  isAtRisk: z.boolean(),
  claimedById: z.string().nullable(),
  claimedUntil: moment.nullable(),
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

type Shown = "lane" | "state" | "commentId" | "threadId" | "isThreadPublic" | "isReply" | "stance" | "themes" | "hits";

export type CaseView = Omit<CaseListItem, "claimedById"> &
  Pick<z.infer<typeof caseRow>, Shown | "sectionNumber"> & {
    /** The comment that it is a reply to. */
    parentText: string | null;
    /** The paragraph that the thread is about, as its author read it. */
    paragraphText: string | null;
    /** Another rep who has claimed it. */
    claimedBy: string | null;
    isOwnClaim: boolean;
    whyCannotDecide: string | null;
    /** The actions that this person may take now. */
    actions: ModerationAction[];
    canReassign: boolean;
    /**
     * Decisions on this comment, newest first; 20 at most. Without those that this person may take a second look at: see
     * `isBlind`.
     */
    decisions: DecisionView[];
    /** Decisions on other comments of this alias, newest first; 10 at most, and none in a blind second look. */
    aliasDecisions: AliasDecision[];
    /** What the author sent before, newest first; none in a blind second look, or where text was masked since. */
    earlierTexts: string[];
    /** Oldest first, without colleagues who stepped back. */
    reassignments: ReassignmentView[];
    /** Without the reporters. */
    reports: { reason: string; details: string | null }[];
    /** The end of the hold after a report of illegal content. */
    heldUntil: Date | null;
    /** The author's grounds. */
    appeal: string | null;
    /** Other open cases of this kind with the same text, in the same strategy. */
    duplicateCount: number;
  };

/** A case in full; null when there is none that this person may see. */
export async function getCase(person: Person, id: string): Promise<CaseView | null> {
  const found = await findForDecision(person, await listOwnParticipantIds(person), id);
  return found && buildCase(person, id, found);
}

export type CasePage = {
  found: CaseView;
  /** The options for passing it on; none when this person may not. */
  targets: { value: string; label: string }[];
  reversal: ReversalView | null;
  canSanction: boolean;
};

/** What the page of a case shows. The facts about the case are read once for all of it. */
export async function getCasePage(person: Person, id: string): Promise<CasePage | null> {
  const loaded = await findForDecision(person, await listOwnParticipantIds(person), id);
  if (!loaded) return null;
  const found = await buildCase(person, id, loaded);
  const wasAtFault = found.decisions.some(({ action }) => ["reject", "remove", "redact"].includes(action));
  const [targets, sanctions, reversal] = await Promise.all([
    found.canReassign ? listReassignmentTargets(person, loaded.facts.areaId) : [],
    wasAtFault ? getSanctionOptions(person, id, loaded) : null,
    found.state === "decided" ? getReversal(person, id, loaded) : null,
  ]);
  return { found, targets, reversal, canSanction: sanctions !== null && sanctions.kinds.length > 0 };
}

async function buildCase(person: Person, id: string, { facts }: CaseForDecision): Promise<CaseView> {
  const row = await readCase(person, id);
  const { claimedById, ...item } = toCaseListItem(row);
  const isHidden = isBlind(row);
  const transitions = allowedTransitions(person, facts);
  const { lane, state, commentId, threadId, isReply, stance, themes, hits, sectionNumber } = row;
  return {
    ...item,
    ...{ lane, state, commentId, threadId, isReply, stance, themes, hits, sectionNumber },
    parentText: row.parentText,
    paragraphText: row.paragraphText,
    reports: row.reports,
    heldUntil: row.heldUntil,
    appeal: row.appeal,
    duplicateCount: row.duplicateCount,
    isThreadPublic: !isHidden && row.isThreadPublic, // it would show whether the comment was published
    decisions: isHidden ? [] : row.decisions,
    aliasDecisions: isHidden ? [] : row.aliasDecisions,
    earlierTexts: isHidden ? [] : row.earlierTexts,
    isOwnClaim: claimedById !== null && claimedById === person.accountId,
    claimedBy: claimedById && claimedById !== person.accountId ? row.claimedBy : null,
    whyCannotDecide: whyCannotDecide(person, facts),
    actions: isHidden ? blindActionsOf(transitions) : transitions.map(({ action }) => action),
    canReassign: canReassign(person, facts),
    // colleagues do not see who may not decide a case: where an area has few reps, that somebody stepped back names them
    reassignments: row.reassignments
      .filter(({ kind, reassignedById }) => kind !== "recused" || reassignedById === person.accountId)
      .map(({ reassignedById, ...shown }) => shown),
  };
}

const blindActionsOf = (transitions: readonly Transition[]): ModerationAction[] =>
  transitions.length > 0 ? [...blindActions] : [];

/** Rows as a JSON array. */
const listSql = (rows: Prisma.Sql) => Prisma.sql`(SELECT coalesce(jsonb_agg(listed), '[]') FROM (${rows}) listed)`;

/** Reads a case that this person may see, in one statement. */
async function readCase(person: Person, id: string): Promise<z.infer<typeof caseRow>> {
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
      'hits', ${listSql(Prisma.sql`SELECT h."check", h.start, h."end" FROM check_hits h WHERE h."caseId" = k.id ORDER BY h.start`)},
      'reports', ${listSql(Prisma.sql`SELECT reason, details FROM reports WHERE "caseId" = k.id ORDER BY id`)},
      'appeal', (SELECT grounds FROM appeals WHERE "caseId" = k.id),
      'duplicateCount', (SELECT count(*)::int FROM cases o WHERE o."strategyId" = k."strategyId" AND o.kind = k.kind
        AND o."normalisedTextHash" = k."normalisedTextHash" AND o.state = 'open' AND o.id <> k.id),
      'earlierTexts', (SELECT coalesce(jsonb_agg(o.text ORDER BY o.number DESC), '[]') FROM revisions o
        WHERE o."commentId" = c.id AND o.number < k.revision AND o.text <> '' AND NOT c."isRedacted"),
      'decisions', ${listSql(Prisma.sql`SELECT d.action, d."decidedAt", d.sequence, d.reason, coalesce(a.label, 'a rep') AS "decidedBy",
          note."toAuthor", note.private AS note
        FROM decisions d LEFT JOIN accounts a ON a.id = d."deciderId" LEFT JOIN decision_notes note ON note."decisionId" = d.id
        WHERE d."commentId" = c.id AND ${isNotBlindSql(person)} ORDER BY d.sequence DESC LIMIT 20`)},
      'aliasDecisions', ${listSql(Prisma.sql`SELECT d."caseId", d.action, d.reason, d."decidedAt", titled."sectionTitle"
        FROM comments o JOIN decisions d ON d."commentId" = o.id CROSS JOIN LATERAL (
          SELECT ${sectionTitleSql} AS "sectionTitle" FROM threads t WHERE t.id = o."threadId") titled
        WHERE o."participantId" = c."participantId" AND o.id <> c.id AND ${isNotBlindSql(person)}
          AND d.action NOT IN ('agree', 'disagree', 'lock', 'unlock')
        ORDER BY d.sequence DESC LIMIT 10`)},
      'reassignments', ${listSql(Prisma.sql`SELECT m.kind, m."reassignedById",
          CASE WHEN m."reassignedById" IS NOT NULL THEN coalesce(a.label, 'a rep') END AS "reassignedBy",
          m."toAreaId", m.reason, m."reassignedAt"
        FROM case_reassignments m LEFT JOIN accounts a ON a.id = m."reassignedById"
        WHERE m."caseId" = k.id ORDER BY m."reassignedAt"`)}
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

/** Selects other open cases of the same kind with the same text. */
function duplicatesOf(target: {
  id: string;
  kind: CaseKind;
  strategyId: string;
  normalisedTextHash: Uint8Array<ArrayBuffer>;
}) {
  const { id, kind, strategyId, normalisedTextHash } = target;
  return { strategyId, kind, normalisedTextHash, state: "open", id: { not: id } } as const;
}

/** Other open cases of this kind with the same text, in the same strategy, that this person may see; 100 at most. */
export async function listDuplicates(person: Person, id: string): Promise<{ id: string; version: number }[]> {
  const found = await db().case.findFirst({
    where: { id, ...visibleCasesWhere(person) },
    select: { id: true, kind: true, strategyId: true, normalisedTextHash: true },
  });
  if (!found?.normalisedTextHash) return [];
  const rows = await db().case.findMany({
    where: {
      AND: [duplicatesOf({ ...found, normalisedTextHash: found.normalisedTextHash }), visibleCasesWhere(person)],
    },
    take: 100,
    select: { id: true, comment: { select: { version: true } } },
  });
  return rows.map(({ id: other, comment }) => ({ id: other, version: comment.version }));
}
