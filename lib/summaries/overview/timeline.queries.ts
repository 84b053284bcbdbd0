import { z } from "zod";
import { db } from "@/lib/database/client";
import { dateOfDay } from "@/lib/dates";
import type { TimelineFacts } from "@/lib/summaries/overview/timeline.rules";
import { firstShownWeek, weekOf } from "@/lib/summaries/week.rules";

const count = z.int().min(0);
const timelineRows = z.array(
  z.object({
    kind: z.enum(["edition", "opened", "closed", "version", "answers", "responses"]),
    at: z.date(),
    first: count,
    second: count,
  }),
);

/** What happened to a strategy in the weeks that its timeline shows, in one statement. */
export async function getTimeline(strategyId: string, now = new Date()): Promise<TimelineFacts> {
  const since = dateOfDay(firstShownWeek(weekOf(now)));
  const rows = timelineRows.parse(
    await db().$queryRaw`
      SELECT * FROM (
        SELECT 'edition' AS kind, "madeAt" AS at, comments AS first, replies AS second FROM editions
        WHERE "strategyId" = ${strategyId}
        UNION ALL SELECT 'opened', "opensAt", 0, 0 FROM strategies WHERE id = ${strategyId}
        UNION ALL SELECT 'closed', "closesAt", 0, 0 FROM strategies WHERE id = ${strategyId}
        UNION ALL SELECT 'version', "publishedAt", number, 0 FROM versions WHERE "strategyId" = ${strategyId}
        UNION ALL SELECT 'answers', week::timestamp, count(*)::int, 0 FROM answers
          WHERE "strategyId" = ${strategyId} AND "publishedRevision" IS NOT NULL GROUP BY week
        UNION ALL SELECT 'responses', r."publishedAt", 1, 0
          FROM collective_responses c JOIN response_revisions r ON r."responseId" = c.id AND r.number = 1
          WHERE c."strategyId" = ${strategyId}
      ) t WHERE at >= ${since} AND at <= ${now} ORDER BY at`,
  );
  return rows.map(({ at, ...row }) => ({ ...row, week: weekOf(at) }));
}
