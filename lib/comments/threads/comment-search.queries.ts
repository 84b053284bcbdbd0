import { z } from "zod";
import { type CommentView, type Page, threadsPerPage, view, viewColumns } from "@/lib/comments/comment.queries";
import type { Choice } from "@/lib/comments/threads/thread-list.queries";
import {
  cursorTextOf,
  foundFrom,
  foundTo,
  type ListCursor,
  lessThan,
  type Piece,
  piecesOf,
} from "@/lib/comments/threads/thread-list.rules";
import { db } from "@/lib/database/client";
import { Prisma } from "@/prisma/generated/client";

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
  const { strategyId, sectionId, sectionIds, paragraphId, stance, theme } = choice;
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
          ${sectionIds ? Prisma.sql`AND t."sectionId" = ANY(${sectionIds})` : Prisma.empty}
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
