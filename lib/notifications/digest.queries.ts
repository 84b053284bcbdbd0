import { db } from "@/lib/database/client";
import type { News } from "@/lib/notifications/digest.rules";
import { titlesOf } from "@/lib/notifications/follow.queries";
import { paths } from "@/lib/routes";

/** What became public in a week on what an account follows, what has nothing new left out. @param origin ours */
export async function listNews(accountId: string, week: Date, origin: string): Promise<News[]> {
  const follows = await db().follow.findMany({
    where: { accountId },
    orderBy: [{ strategyId: "asc" }, { sectionId: "asc" }],
    select: { strategyId: true, sectionId: true, strategy: { select: { areaName: true } } },
  });
  const titles = await titlesOf(follows.map(({ sectionId }) => sectionId).filter(Boolean));
  const news = follows.map(async ({ strategyId, sectionId, strategy }) => {
    const section = titles.get(sectionId);
    const [comments, answers] = await Promise.all([
      db().comment.count({
        where: { strategyId, state: "published", week, ...(sectionId && { thread: { sectionId } }) },
      }),
      section
        ? countAnswersOn(sectionId, strategyId, week)
        : db().answer.count({ where: { strategyId, week, shown: { not: null } } }),
    ]);
    const whole = comments > 0 ? paths.comments(strategyId) : paths.answers(strategyId);
    const part = comments > 0 && section ? paths.section(strategyId, section.number) : paths.answers(strategyId);
    const path = section ? part : whole;
    const title = section ? `${strategy.areaName}, “${section.title}”` : strategy.areaName;
    return { title, comments, answers, link: new URL(path, origin).href };
  });
  return (await Promise.all(news)).filter(({ comments, answers }) => comments + answers > 0);
}

/** Answers of a week to what was said on a section, or that changed a paragraph of it. */
async function countAnswersOn(sectionId: string, strategyId: string, week: Date): Promise<number> {
  const [row] = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM answers a
    WHERE a."strategyId" = ${strategyId} AND a.week = ${week}::date AND a.shown IS NOT NULL AND (
      a."pointKind" = 'thread' AND EXISTS (SELECT FROM threads t WHERE t.id = a."pointId" AND t."sectionId" = ${sectionId})
      OR EXISTS (SELECT FROM answer_revisions r
        JOIN version_paragraphs p ON p."versionId" = r."versionId" AND p."paragraphId" = r."paragraphId"
        WHERE r."answerId" = a.id AND r.number = a.shown AND p."sectionId" = ${sectionId}))`;
  return row?.count ?? 0;
}
