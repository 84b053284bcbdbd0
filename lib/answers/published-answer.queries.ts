import { listSources, type SourceView } from "@/lib/answers/source.queries";
import { bodyTitle } from "@/lib/areas/body.rules";
import { formatCommentCursor } from "@/lib/comments/comment.rules";
import type { CommentCursor } from "@/lib/comments/comment.schema";
import { db } from "@/lib/database/client";
import { isoDay, startOfWeek } from "@/lib/dates";
import type { Page } from "@/lib/pagination";
import type { AnswerDecision } from "@/prisma/generated/enums";

export const answersPerPage = 20;

/** A published revision of an answer. */
export type PublishedRevision = {
  number: number;
  decision: AnswerDecision;
  why: string;
  changed: string | null;
  /** Where the change is in the strategy. */
  paragraph: { section: number; paragraphId: string; version: number } | null;
  /** Monday of the week of publication, YYYY-MM-DD. */
  week: string;
};

/** A source with its published answer, and earlier revisions of that, newest first. */
export type PublishedAnswer = {
  id: string;
  strategyId: string;
  areaName: string;
  by: string;
  source: SourceView;
  current: PublishedRevision;
  earlier: PublishedRevision[];
};

/** With `themes`: only answers on these. */
type AnswerScope = ({ strategyId: string } | { lepId: string }) & { themes?: readonly string[] };

/** A page of published answers of a strategy, or of all strategies of a LEP, newest week first. */
export async function listPublishedAnswers(
  scope: AnswerScope,
  after: CommentCursor | null = null,
): Promise<Page<PublishedAnswer>> {
  const strategyIds = await listStrategyIds(scope);
  const rows = await db().answer.findMany({
    where: {
      strategyId: { in: strategyIds },
      ...(scope.themes && { AND: await themesWhere(strategyIds, scope.themes) }),
      publishedRevision: { not: null },
      week: { not: null },
      ...(after && { OR: [{ week: { lt: after.week } }, { week: after.week, id: { gt: after.id } }] }),
    },
    orderBy: newestWeekFirst,
    take: answersPerPage + 1,
    select: publishedAnswerSelect,
  });
  const pageRows = rows.slice(0, answersPerPage);
  const sources = await listSources(pageRows);
  const locations = await findParagraphLocations(pageRows.flatMap(({ revisions }) => revisions));
  const items = pageRows.flatMap((row, index) => {
    const [current, ...earlier] = row.revisions.map((revision) => toPublishedRevision(revision, locations));
    const source = sources[index];
    if (!current || !source) return [];
    const { id, strategyId, strategy, body } = row;
    return [{ id, strategyId, areaName: strategy.areaName, by: bodyTitle(body), source, current, earlier }];
  });
  const last = pageRows.at(-1);
  return { items, next: rows.length > pageRows.length && last?.week ? formatCommentCursor(last.week, last.id) : null };
}

/** The cursor of the page of a strategy's answers that holds an answer; null for the first, and for what is none of them. */
export async function findAnswerCursor(strategyId: string, answerId: string): Promise<CommentCursor | null> {
  const rows = await db().answer.findMany({
    where: { strategyId, publishedRevision: { not: null }, week: { not: null } },
    orderBy: newestWeekFirst,
    select: { id: true, week: true },
  });
  const index = rows.findIndex(({ id }) => id === answerId);
  const { id, week } = rows[Math.floor(index / answersPerPage) * answersPerPage - 1] ?? { id: "", week: null };
  return week && { id, week };
}

const newestWeekFirst = [{ week: "desc" as const }, { id: "asc" as const }];

/** Answers to these themes, and to threads whose first comment has one of them. */
async function themesWhere(strategyIds: string[], themes: readonly string[]) {
  const answered = await db().answer.findMany({
    where: { strategyId: { in: strategyIds }, sourceKind: "thread", publishedRevision: { not: null } },
    select: { sourceId: true },
  });
  const threadIds = answered.map(({ sourceId }) => sourceId);
  const threads = await db().comment.findMany({
    where: {
      threadId: { in: threadIds },
      isReply: false,
      state: "published",
      themes: { some: { themeId: { in: [...themes] } } },
    },
    select: { threadId: true },
  });
  return {
    OR: [
      { sourceKind: "theme" as const, sourceId: { in: [...themes] } },
      { sourceKind: "thread" as const, sourceId: { in: threads.map(({ threadId }) => threadId) } },
    ],
  };
}

const publishedAnswerSelect = {
  id: true,
  strategyId: true,
  sourceKind: true,
  sourceId: true,
  week: true,
  strategy: { select: { areaName: true } },
  body: { select: { name: true, kind: { select: { short: true } } } },
  revisions: {
    where: { publishedAt: { not: null } },
    orderBy: { number: "desc" },
    select: {
      number: true,
      decision: true,
      why: true,
      changed: true,
      paragraphId: true,
      versionId: true,
      publishedAt: true,
    },
  },
} as const;

type RevisionRow = {
  number: number;
  decision: AnswerDecision;
  why: string;
  changed: string | null;
  paragraphId: string | null;
  versionId: string | null;
  publishedAt: Date | null;
};
type ParagraphLocations = Map<string, { section: number; version: number }>;

function toPublishedRevision(
  { paragraphId, versionId, publishedAt, ...rest }: RevisionRow,
  locations: ParagraphLocations,
): PublishedRevision {
  const location = paragraphId && locations.get(`${versionId}/${paragraphId}`);
  return {
    ...rest,
    paragraph: location && paragraphId ? { ...location, paragraphId } : null,
    week: isoDay(startOfWeek(publishedAt ?? new Date(0))),
  };
}

/** Section and version of each paragraph that an answer refers to, where the version is published. */
async function findParagraphLocations(revisions: RevisionRow[]): Promise<ParagraphLocations> {
  const rows = await db().versionParagraph.findMany({
    where: {
      OR: revisions.flatMap(({ paragraphId, versionId }) =>
        paragraphId && versionId ? [{ paragraphId, versionId, version: { publishedAt: { not: null } } }] : [],
      ),
    },
    select: {
      paragraphId: true,
      versionId: true,
      version: { select: { number: true } },
      section: { select: { number: true } },
    },
  });
  return new Map(
    rows.map((row) => [
      `${row.versionId}/${row.paragraphId}`,
      { section: row.section.number, version: row.version.number },
    ]),
  );
}

async function listStrategyIds(scope: AnswerScope): Promise<string[]> {
  if ("strategyId" in scope) return [scope.strategyId];
  const rows = await db().strategy.findMany({
    where: { OR: [{ leadBodyId: scope.lepId }, { bodies: { some: { bodyId: scope.lepId } } }] },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
