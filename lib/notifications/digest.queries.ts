import { db } from "@/lib/database/client";
import type { DigestItem } from "@/lib/notifications/digest.rules";
import { getSectionTitles } from "@/lib/notifications/follow.queries";
import { paths } from "@/lib/routes";

/** What was published in a week on each item that an account follows. @param origin ours */
export async function listDigestItems(accountId: string, week: Date, origin: string): Promise<DigestItem[]> {
  const follows = await db().follow.findMany({
    where: { accountId },
    orderBy: [{ strategyId: "asc" }, { sectionId: "asc" }],
    select: { strategyId: true, sectionId: true, strategy: { select: { areaName: true } } },
  });
  const items = await listNews(follows, week);
  return items.map(({ path, ...item }) => ({ ...item, link: new URL(path, origin).href }));
}

type NewsTarget = { strategyId: string; sectionId: string; strategy: { areaName: string } };
export type NewsItem = Omit<DigestItem, "link"> & { path: string };

/**
 * What was published on a strategy in a week, for somebody with a receipt, whom we cannot email; null where nothing was.
 */
export async function getStrategyNews(strategyId: string, week: Date): Promise<NewsItem | null> {
  const strategy = await db().strategy.findUnique({ where: { id: strategyId }, select: { areaName: true } });
  const [news = null] = strategy ? await listNews([{ strategyId, sectionId: "", strategy }], week) : [];
  return news;
}

/** What was published in a week on each of these, leaving out those with nothing new. `sectionId`: "" for all of it. */
async function listNews(follows: NewsTarget[], week: Date): Promise<NewsItem[]> {
  const titles = await getSectionTitles(follows.map(({ sectionId }) => sectionId).filter(Boolean));
  const items = follows.map(async ({ strategyId, sectionId, strategy }) => {
    const section = titles.get(sectionId);
    const [comments, answers] = await Promise.all([
      db().comment.count({
        where: { strategyId, state: "published", week, ...(sectionId && { thread: { sectionId } }) },
      }),
      section
        ? countSectionAnswers(sectionId, strategyId, week)
        : db().answer.count({ where: { strategyId, week, publishedRevision: { not: null } } }),
    ]);
    const strategyPath = comments > 0 ? paths.comments(strategyId) : paths.answers(strategyId);
    const sectionPath = comments > 0 && section ? paths.section(strategyId, section.number) : paths.answers(strategyId);
    const path = section ? sectionPath : strategyPath;
    const title = section ? `${strategy.areaName}, “${section.title}”` : strategy.areaName;
    return { title, comments, answers, path };
  });
  return (await Promise.all(items)).filter(({ comments, answers }) => comments + answers > 0);
}

/** Answers of a week to threads on a section, and those that changed a paragraph of it. */
async function countSectionAnswers(sectionId: string, strategyId: string, week: Date): Promise<number> {
  const [row] = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM answers a
    WHERE a."strategyId" = ${strategyId} AND a.week = ${week}::date AND a."publishedRevision" IS NOT NULL AND (
      a."sourceKind" = 'thread' AND EXISTS (SELECT FROM threads t WHERE t.id = a."sourceId" AND t."sectionId" = ${sectionId})
      OR EXISTS (SELECT FROM answer_revisions r
        JOIN version_paragraphs p ON p."versionId" = r."versionId" AND p."paragraphId" = r."paragraphId"
        WHERE r."answerId" = a.id AND r.number = a."publishedRevision" AND p."sectionId" = ${sectionId}))`;
  return row?.count ?? 0;
}
