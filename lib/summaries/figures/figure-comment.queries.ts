import { z } from "zod";
import { findSubject } from "@/lib/areas/subject.rules";
import { type CommentView, commentColumns, toCommentView } from "@/lib/comments/comment.queries";
import { formatCommentCursor } from "@/lib/comments/comment.rules";
import type { CommentCursor } from "@/lib/comments/comment.schema";
import { db } from "@/lib/database/client";
import { type Page, toPage } from "@/lib/pagination";
import { type FigureFilter, noneOfThese } from "@/lib/summaries/figures/figure-filter.schema";
import { publishedInScope } from "@/lib/summaries/scope.queries";
import type { SummaryScope } from "@/lib/summaries/scope.rules";
import { getSummaryParts } from "@/lib/summaries/summary-part.queries";
import { Prisma } from "@/prisma/generated/client";

export const figureCommentsPerPage = 50;

/** What the comments of a list add up to. `people`: aliases. */
export type FigureTotals = {
  comments: number;
  threads: number;
  people: number;
  agrees: number;
  disagrees: number;
  passes: number;
};

const count = z.int().min(0);
const totalsRow = z.object({
  comments: count,
  threads: count,
  people: count,
  agrees: count,
  disagrees: count,
  passes: count,
});

/** Exactly the published comments and replies that a figure counts: their totals, and a page of them, newest week first. */
export async function listFigureComments(
  scope: SummaryScope,
  filter: FigureFilter,
  after: CommentCursor | null,
): Promise<{ totals: FigureTotals } & Page<CommentView>> {
  const selected = Prisma.sql`
    FROM comments c JOIN threads t ON t.id = c."threadId"
    LEFT JOIN version_sections s ON s."sectionId" = t."sectionId" AND s."versionId" = (
      SELECT id FROM versions WHERE "strategyId" = ${scope.strategyId} AND "publishedAt" IS NOT NULL
      ORDER BY number DESC LIMIT 1)
    WHERE ${publishedInScope(scope)} ${Prisma.join(await filterConditions(scope, filter), " ")}`;
  const [totals] = z.tuple([totalsRow]).parse(
    await db().$queryRaw`
      SELECT count(*)::int AS comments, count(*) FILTER (WHERE NOT c."isReply")::int AS threads,
        count(DISTINCT c."participantId")::int AS people, coalesce(sum(c.agrees), 0)::int AS agrees,
        coalesce(sum(c.disagrees), 0)::int AS disagrees, coalesce(sum(c.passes), 0)::int AS passes ${selected}`,
  );
  const beforeCursor = after
    ? Prisma.sql`AND (c.week < ${after.week} OR (c.week = ${after.week} AND c.id > ${after.id}))`
    : Prisma.empty;
  const rows = await db().$queryRaw<{ id: string; week: Date }[]>`
    SELECT c.id, c.week ${selected} ${beforeCursor} ORDER BY c.week DESC, c.id LIMIT ${figureCommentsPerPage + 1}`;
  const page = toPage(rows, figureCommentsPerPage, ({ week, id }) => formatCommentCursor(week, id));
  const comments = await db().comment.findMany({
    where: { id: { in: page.items.map(({ id }) => id) }, state: "published" },
    select: commentColumns,
  });
  const byId = new Map(comments.map((row) => [row.id, toCommentView(row)]));
  return { totals, items: page.items.flatMap(({ id }) => byId.get(id) ?? []), next: page.next };
}

async function filterConditions(scope: SummaryScope, filter: FigureFilter): Promise<Prisma.Sql[]> {
  const { theme, foundation, section, stance, subject, campaign, texts, only } = filter;
  const conditions = [Prisma.empty];
  if (theme) conditions.push(hasThemes([theme]));
  if (subject) conditions.push(hasThemes(findSubject(subject)?.themes ?? []));
  if (foundation === noneOfThese) conditions.push(Prisma.sql`AND s."foundationId" IS NULL`);
  else if (foundation) conditions.push(Prisma.sql`AND s."foundationId" = ${foundation}`);
  if (section === noneOfThese) conditions.push(Prisma.sql`AND s."sectionId" IS NULL`);
  else if (section)
    conditions.push(Prisma.sql`AND t."sectionId" IN (
      SELECT id FROM sections WHERE "strategyId" = ${scope.strategyId} AND number = ${section})`);
  if (stance === noneOfThese) conditions.push(Prisma.sql`AND c.stance IS NULL`);
  else if (stance) conditions.push(Prisma.sql`AND c.stance = ${stance}::"Stance"`);
  if (campaign) {
    const { campaigns } = await getSummaryParts(scope);
    const found = campaigns?.content.find(({ comment }) => comment === campaign);
    const ids = texts === "personalised" ? found?.personalisedTexts : found?.identicalTexts;
    conditions.push(Prisma.sql`AND c.id = ANY(${ids ?? []}::text[])`);
  }
  if (only === "first") conditions.push(Prisma.sql`AND NOT c."isReply"`);
  return conditions;
}

const hasThemes = (themeIds: readonly string[]) =>
  Prisma.sql`AND EXISTS (
    SELECT FROM comment_themes ct WHERE ct."commentId" = c.id AND ct."themeId" = ANY(${[...themeIds]}::text[]))`;
