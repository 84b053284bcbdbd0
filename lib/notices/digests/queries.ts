import { db } from "@/lib/db";
import type { News } from "@/lib/notices/digests/rules";
import { titlesOf } from "@/lib/notices/follows/queries";
import { paths } from "@/lib/paths";

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
      section ? 0 : db().answer.count({ where: { strategyId, week, shown: { not: null } } }),
    ]);
    const whole = comments > 0 ? paths.comments(strategyId) : paths.answers(strategyId);
    const path = section ? paths.section(strategyId, section.number) : whole;
    const title = section ? `${strategy.areaName}, “${section.title}”` : strategy.areaName;
    return { title, comments, answers, link: new URL(path, origin).href };
  });
  return (await Promise.all(news)).filter(({ comments, answers }) => comments + answers > 0);
}
