import { z } from "zod";
import {
  type CommentView,
  type Page,
  type ThreadView,
  threadsPerPage,
  view,
  viewColumns,
} from "@/lib/comments/queries";
import {
  cursorTextOf,
  foundFrom,
  foundTo,
  type ListCursor,
  lessThan,
  type Piece,
  piecesOf,
  shuffleStart,
} from "@/lib/comments/reading/rules";
import type { Sort } from "@/lib/comments/reading/schema";
import { db } from "@/lib/db";
import { dayOf } from "@/lib/rate-limit";
import { Prisma } from "@/prisma/generated/client";
import type { Stance } from "@/prisma/generated/enums";

export type Choice = {
  strategyId: string;
  sectionId?: string;
  paragraphId?: string | null;
  stance?: Stance | null;
  theme?: string | null;
};

const threadColumns = {
  id: true,
  state: true,
  week: true,
  replyCount: true,
  support: true,
  comments: { where: { isReply: false }, select: viewColumns },
} as const;

/**
 * A page of 20 threads of a section or a whole strategy, in this order. Each order is that of an index, and a page
 * goes on from the last one shown, so that what comes meanwhile moves nothing.
 */
export async function listThreads(
  choice: Choice,
  sort: Sort = "newest",
  after: ListCursor | null = null,
): Promise<Page<ThreadView>> {
  if (sort === "shuffled") return listShuffled(choice, after?.sort === "shuffled" ? after : null);
  const rows = await db().thread.findMany({
    where: { ...chosen(choice), ...(after && { OR: beyond(after) }) },
    orderBy: orders[sort],
    take: threadsPerPage + 1,
    select: threadColumns,
  });
  return pageOf(rows, ({ week, support, replyCount, id }) => {
    if (sort === "newest") return week && { sort, week, id };
    return { sort, figure: sort === "supported" ? support : replyCount, id };
  });
}

const orders = {
  newest: [{ week: "desc" }, { id: "asc" }],
  supported: [{ support: "desc" }, { id: "asc" }],
  discussed: [{ replyCount: "desc" }, { id: "asc" }],
} satisfies Record<string, Prisma.ThreadOrderByWithRelationInput[]>;

/** The threads that anybody may see, of this choice. A section alone names the strategy. */
function chosen({ strategyId, sectionId, paragraphId, stance, theme }: Choice): Prisma.ThreadWhereInput {
  const first = {
    isReply: false,
    state: "published",
    ...(stance && { stance }),
    ...(theme && { themes: { some: { themeId: theme } } }),
  } as const;
  return {
    ...(sectionId ? { sectionId } : { strategyId }),
    ...(paragraphId && { paragraphId }),
    week: { not: null },
    ...((stance || theme) && { comments: { some: first } }),
  };
}

function beyond(after: ListCursor): Prisma.ThreadWhereInput[] {
  const { id } = after;
  if (after.sort === "newest") return [{ week: { lt: after.week } }, { week: after.week, id: { gt: id } }];
  if (after.sort === "shuffled") return [];
  const column = after.sort === "supported" ? "support" : "replyCount";
  return [{ [column]: { lt: after.figure } }, { [column]: after.figure, id: { gt: id } }];
}

type ThreadRow = Prisma.ThreadGetPayload<{ select: typeof threadColumns }>;

/** From the day's start to the last id, then from the first id to the start. */
async function listShuffled(
  choice: Choice,
  after: Extract<ListCursor, { sort: "shuffled" }> | null,
): Promise<Page<ThreadView>> {
  const day = after?.day ?? dayOf(new Date());
  const start = shuffleStart(day);
  const read = (id: Prisma.StringFilter, take: number) =>
    db().thread.findMany({
      where: { ...chosen(choice), id },
      orderBy: { id: "asc" },
      take,
      select: threadColumns,
    });
  const head = after?.isRound ? [] : await read(after ? { gt: after.id } : { gte: start }, threadsPerPage + 1);
  const isShort = head.length <= threadsPerPage;
  const from = after?.isRound ? { gt: after.id, lt: start } : { lt: start };
  const tail = isShort ? await read(from, threadsPerPage + 1 - head.length) : [];
  const round = new Set(tail.map(({ id }) => id));
  return pageOf([...head, ...tail], ({ id }) => ({ sort: "shuffled", day, isRound: round.has(id), id }));
}

function pageOf(rows: ThreadRow[], cursor: (row: ThreadRow) => ListCursor | null): Page<ThreadView> {
  const shown = rows.slice(0, threadsPerPage);
  const items = shown.flatMap(({ comments, id, state, replyCount }) =>
    comments[0] ? [{ id, state, replyCount, first: view(comments[0]) }] : [],
  );
  const last = shown.at(-1);
  const next = last && rows.length > shown.length ? cursor(last) : null;
  return { items, next: next && cursorTextOf(next) };
}

/** How many threads are on each paragraph of a section. */
export async function countOnParagraphs(sectionId: string): Promise<Map<string, number>> {
  const rows = await db().thread.groupBy({
    by: ["paragraphId"],
    where: { sectionId, paragraphId: { not: null }, week: { not: null } },
    _count: true,
  });
  return new Map(rows.map(({ paragraphId, _count }) => [paragraphId ?? "", _count]));
}

const fewAtMost = 1000;

/**
 * The ids of all comments with these words when they are few, by the index of words; null when they are many. With
 * many, a walk from the newest finds a page soon; with few it would go through everything.
 */
async function listFew(strategyId: string, words: string): Promise<string[] | null> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT id FROM comments WHERE "strategyId" = ${strategyId} AND state = 'published'
      AND search @@ websearch_to_tsquery('english', one_form(${words}, '\\1')) LIMIT ${fewAtMost + 1}`;
  return rows.length > fewAtMost ? null : rows.map(({ id }) => id);
}

export type Found = CommentView & { pieces: Piece[] };

const hit = z.object({ id: z.string(), week: z.date(), marked: z.string() });

/**
 * Published comments and replies that hold all these words, in any form ("bus" finds "buses"), newest week first, a
 * page of 20. "quoted words" stand together; a word after - is not there.
 */
export async function searchComments(choice: Choice, words: string, after: ListCursor | null): Promise<Page<Found>> {
  const { strategyId, sectionId, paragraphId, stance, theme } = choice;
  const from = after?.sort === "newest" ? after : null;
  const few = await listFew(strategyId, words);
  // the words are marked on the page's own 20 only; our marks are taken out of what people wrote, and what
  // looks like a tag, which the database would leave out, is hidden from it
  const hits = z.array(hit).parse(
    await db().$queryRaw`
      SELECT id, week, ts_headline('english', translate(text, ${`<${lessThan}${foundFrom}${foundTo}`}, ${lessThan}),
        websearch_to_tsquery('english', one_form(${words}, '\\1')) || websearch_to_tsquery('english', one_form(${words}, '\\1es')),
        ${`StartSel=${foundFrom}, StopSel=${foundTo}, MaxWords=60, MinWords=25, MaxFragments=2, FragmentDelimiter=" … "`}) AS marked
      FROM (
        SELECT c.id, c.week, c.text FROM comments c JOIN threads t ON t.id = c."threadId"
        WHERE c."strategyId" = ${strategyId} AND c.state = 'published'
          AND c.search @@ websearch_to_tsquery('english', one_form(${words}, '\\1'))
          ${few ? Prisma.sql`AND c.id = ANY(${few})` : Prisma.empty}
          ${sectionId ? Prisma.sql`AND t."sectionId" = ${sectionId}` : Prisma.empty}
          ${paragraphId ? Prisma.sql`AND t."paragraphId" = ${paragraphId}` : Prisma.empty}
          ${stance ? Prisma.sql`AND c.stance = ${stance}::"Stance"` : Prisma.empty}
          ${theme ? Prisma.sql`AND EXISTS (SELECT FROM comment_themes ct WHERE ct."commentId" = c.id AND ct."themeId" = ${theme})` : Prisma.empty}
          ${from ? Prisma.sql`AND (c.week < ${from.week} OR (c.week = ${from.week} AND c.id > ${from.id}))` : Prisma.empty}
        ORDER BY c.week DESC, c.id LIMIT ${threadsPerPage + 1}
      ) AS page ORDER BY week DESC, id`,
  );
  const shown = hits.slice(0, threadsPerPage);
  const rows = await db().comment.findMany({
    where: { id: { in: shown.map(({ id }) => id) }, state: "published" },
    select: viewColumns,
  });
  const items = shown.flatMap(({ id, marked }) => {
    const row = rows.find((one) => one.id === id);
    return row ? [{ ...view(row), pieces: piecesOf(marked) }] : [];
  });
  const last = shown.at(-1);
  const next =
    last && hits.length > shown.length ? cursorTextOf({ sort: "newest", week: last.week, id: last.id }) : null;
  return { items, next };
}
