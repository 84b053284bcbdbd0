import { type PointView, viewPoints } from "@/lib/answers/source.queries";
import type { Page } from "@/lib/comments/comment.queries";
import { cursorText } from "@/lib/comments/comment.rules";
import type { Cursor } from "@/lib/comments/comment.schema";
import { db } from "@/lib/database/client";
import { weekOf } from "@/lib/dates";
import { bodyTitle } from "@/lib/strategies/strategy.rules";
import type { AnswerDecision } from "@/prisma/generated/enums";

export const answersPerPage = 20;

/** Published words of an answer. */
export type AnswerWords = {
  number: number;
  decision: AnswerDecision;
  why: string;
  changed: string | null;
  /** Where the change can be read. */
  place: { section: number; paragraphId: string; version: number } | null;
  /** Monday of the week of publication, YYYY-MM-DD. */
  week: string;
};

/** What was said, what the lead body answers, and what it answered before. */
export type LedgerEntry = {
  id: string;
  strategyId: string;
  areaName: string;
  by: string;
  point: PointView;
  now: AnswerWords;
  before: AnswerWords[];
};

/** themes: only what is answered on these. */
type Of = ({ strategyId: string } | { lepId: string }) & { themes?: readonly string[] };

/** A page of published answers of a strategy, or of every strategy that a LEP has a part in, newest week first. */
export async function listLedger(of: Of, after: Cursor | null = null): Promise<Page<LedgerEntry>> {
  const strategyIds = await strategiesOf(of);
  const rows = await db().answer.findMany({
    where: {
      strategyId: { in: strategyIds },
      ...(of.themes && { AND: await onThemes(strategyIds, of.themes) }),
      shown: { not: null },
      week: { not: null },
      ...(after && { OR: [{ week: { lt: after.week } }, { week: after.week, id: { gt: after.id } }] }),
    },
    orderBy: [{ week: "desc" }, { id: "asc" }],
    take: answersPerPage + 1,
    select: ledgerColumns,
  });
  const shown = rows.slice(0, answersPerPage);
  const points = await viewPoints(shown);
  const places = await findPlaces(shown.flatMap(({ revisions }) => revisions));
  const items = shown.flatMap((row, at) => {
    const [now, ...before] = row.revisions.map((revision) => wordsOf(revision, places));
    const point = points[at];
    if (!now || !point) return [];
    const { id, strategyId, strategy, body } = row;
    return [{ id, strategyId, areaName: strategy.areaName, by: bodyTitle(body), point, now, before }];
  });
  const last = shown.at(-1);
  return { items, next: rows.length > shown.length && last?.week ? cursorText(last.week, last.id) : null };
}

/** Answers to these themes, and to threads that began on one of them. */
async function onThemes(strategyIds: string[], themes: readonly string[]) {
  const answered = await db().answer.findMany({
    where: { strategyId: { in: strategyIds }, pointKind: "thread", shown: { not: null } },
    select: { pointId: true },
  });
  const threadIds = answered.map(({ pointId }) => pointId);
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
      { pointKind: "theme" as const, pointId: { in: [...themes] } },
      { pointKind: "thread" as const, pointId: { in: threads.map(({ threadId }) => threadId) } },
    ],
  };
}

const ledgerColumns = {
  id: true,
  strategyId: true,
  pointKind: true,
  pointId: true,
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
type Places = Map<string, { section: number; version: number }>;

function wordsOf({ paragraphId, versionId, publishedAt, ...words }: RevisionRow, places: Places): AnswerWords {
  const place = paragraphId && places.get(`${versionId}/${paragraphId}`);
  return {
    ...words,
    place: place && paragraphId ? { ...place, paragraphId } : null,
    week: weekOf(publishedAt ?? new Date(0))
      .toISOString()
      .slice(0, 10),
  };
}

/** The section of each paragraph that an answer points to, in the version it points to, if that is published. */
async function findPlaces(revisions: RevisionRow[]): Promise<Places> {
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

async function strategiesOf(of: Of): Promise<string[]> {
  if ("strategyId" in of) return [of.strategyId];
  const rows = await db().strategy.findMany({
    where: { OR: [{ leadBodyId: of.lepId }, { bodies: { some: { bodyId: of.lepId } } }] },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
