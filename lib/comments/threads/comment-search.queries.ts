import { z } from "zod";
import { type CommentView, commentColumns, threadsPerPage, toCommentView } from "@/lib/comments/comment.queries";
import {
  highlightEnd,
  highlightStart,
  lessThanPlaceholder,
  parseSearchTerms,
  splitHighlights,
  unspacedExcerpt,
} from "@/lib/comments/threads/comment-search.rules";
import type { ThreadFilter } from "@/lib/comments/threads/thread-list.queries";
import { formatListCursor, type ListCursor } from "@/lib/comments/threads/thread-list.rules";
import { db } from "@/lib/database/client";
import { type Page, toPage } from "@/lib/pagination";
import type { Segment } from "@/lib/text-spans";
import { Prisma } from "@/prisma/generated/client";

// The search vector, its index and the functions: prisma/migrations/20261201030100_search_in_any_script.

const rareMatchLimit = 1000;

/**
 * The query of a typed text, as PostgreSQL writes it: words in any form, accents and hyphens as they come. Null when
 * there is nothing to search for: every word is as common as "who" or "it", or none was typed.
 */
async function findTextQuery(searchText: string): Promise<{ query: string; forExcerpt: string } | null> {
  // a hyphenated word is its parts, one after the other, or the parts written as one
  const termSql = (text: string) =>
    Prisma.sql`(phraseto_tsquery('comments', searchable_text(${text})) || plainto_tsquery('comments', joined_compounds(${text})))`;
  const alternatives = parseSearchTerms(searchText).map((terms) =>
    Prisma.join(
      terms.map(({ text, isExcluded }) => (isExcluded ? Prisma.sql`!!${termSql(text)}` : termSql(text))),
      " && ",
    ),
  );
  if (alternatives.length === 0) return null;
  // the searched text holds "bus" for "buses", which an excerpt does not
  const [row] = await db().$queryRaw<{ query: string; forExcerpt: string; nodes: number }[]>`
    SELECT q::text AS query, (q || websearch_to_tsquery('comments', normalise_word_forms(${searchText}, '\\1es')))::text AS "forExcerpt",
      numnode(q) AS nodes
    FROM (SELECT ${Prisma.join(alternatives, " || ")} AS q) AS parsed`;
  return row && row.nodes > 0 ? row : null;
}

/**
 * The ids of all comments with these words, by the full-text index, when they are few; null when they are many. A scan
 * from the newest finds a page of many soon, but of few it would read everything.
 */
async function findRareMatchIds(strategyId: string, query: string): Promise<string[] | null> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT id FROM comments WHERE "strategyId" = ${strategyId} AND state = 'published'
      AND "searchVector" @@ ${query}::tsquery LIMIT ${rareMatchLimit + 1}`;
  return rows.length > rareMatchLimit ? null : rows.map(({ id }) => id);
}

export type CommentSearchResult = CommentView & { excerpt: Segment[] };

const hit = z.object({ id: z.string(), week: z.date(), marked: z.string() });

/**
 * Published comments and replies that hold all these words, in any form ("bus" finds "buses"), newest week first, a
 * page of 20. "quoted words" must follow each other; a word after - must be absent; "or" separates alternatives.
 * @returns `hasOnlyCommonTerms`: nothing was searched for, as every word is too common
 */
export async function searchComments(
  filter: ThreadFilter,
  searchText: string,
  after: ListCursor | null,
): Promise<Page<CommentSearchResult> & { hasOnlyCommonTerms: boolean }> {
  const { strategyId, sectionId, sectionIds, paragraphId, stance, theme, lepId, threadIds } = filter;
  const cursor = after?.sort === "newest" ? after : null;
  const textQuery = await findTextQuery(searchText);
  if (!textQuery) return { items: [], next: null, hasOnlyCommonTerms: /[\p{L}\p{N}]/u.test(searchText) };
  const { query, forExcerpt } = textQuery;
  const rareMatchIds = await findRareMatchIds(strategyId, query);
  // ts_headline runs on the page's own 20 only. Our marks are removed from the texts, and "<" is replaced, because
  // ts_headline drops what looks like a tag
  const hits = z.array(hit).parse(
    await db().$queryRaw`
      SELECT id, week, ts_headline('comments', translate(normalize(text, NFC), ${`<${lessThanPlaceholder}${highlightStart}${highlightEnd}`}, ${lessThanPlaceholder}),
        ${forExcerpt}::tsquery,
        ${`StartSel=${highlightStart}, StopSel=${highlightEnd}, MaxWords=60, MinWords=25, MaxFragments=2, FragmentDelimiter=" … "`}) AS marked
      FROM (
        SELECT c.id, c.week, c.text FROM comments c JOIN threads t ON t.id = c."threadId"
        WHERE c."strategyId" = ${strategyId} AND c.state = 'published'
          AND c."searchVector" @@ ${query}::tsquery
          ${rareMatchIds ? Prisma.sql`AND c.id = ANY(${rareMatchIds})` : Prisma.empty}
          ${sectionId ? Prisma.sql`AND t."sectionId" = ${sectionId}` : Prisma.empty}
          ${sectionIds ? Prisma.sql`AND t."sectionId" = ANY(${sectionIds})` : Prisma.empty}
          ${paragraphId ? Prisma.sql`AND t."paragraphId" = ${paragraphId}` : Prisma.empty}
          ${stance ? Prisma.sql`AND c.stance = ${stance}::"Stance"` : Prisma.empty}
          ${theme ? Prisma.sql`AND EXISTS (SELECT FROM comment_themes ct WHERE ct."commentId" = c.id AND ct."themeId" = ${theme})` : Prisma.empty}
          ${lepId ? Prisma.sql`AND c."lepId" = ${lepId}` : Prisma.empty}
          ${threadIds ? Prisma.sql`AND c."threadId" = ANY(${threadIds})` : Prisma.empty}
          ${cursor ? Prisma.sql`AND (c.week < ${cursor.week} OR (c.week = ${cursor.week} AND c.id > ${cursor.id}))` : Prisma.empty}
        ORDER BY c.week DESC, c.id LIMIT ${threadsPerPage + 1}
      ) AS page ORDER BY week DESC, id`,
  );
  const page = toPage(hits, threadsPerPage, ({ week, id }) => formatListCursor({ sort: "newest", week, id }));
  const rows = await db().comment.findMany({
    where: { id: { in: page.items.map(({ id }) => id) }, state: "published" },
    select: commentColumns,
  });
  const items = page.items.flatMap(({ id, marked }) => {
    const row = rows.find((candidate) => candidate.id === id);
    if (!row) return [];
    const view = toCommentView(row);
    return [{ ...view, excerpt: unspacedExcerpt(view.text, searchText) ?? splitHighlights(marked) }];
  });
  return { items, next: page.next, hasOnlyCommonTerms: false };
}
