import { z } from "zod";
import { db } from "@/lib/database/client";
import { type ModeratedPart, poolReasons } from "@/lib/summaries/moderation.rules";

const wait = z.array(z.object({ hours: z.number().nullable() }));

/** Counts what reps decided on a strategy, and how long its comments waited. For a job: it reads every decision. */
export async function countModerated(strategyId: string): Promise<ModeratedPart> {
  const [held, deeds, reasons, waits] = await Promise.all([
    db().comment.count({ where: { strategyId, state: "held" } }),
    db().decision.groupBy({ by: ["deed"], where: { case: { strategyId } }, _count: true }),
    db().decision.groupBy({
      by: ["reason"],
      where: { case: { strategyId }, deed: { in: ["return", "reject", "redact", "remove"] }, reason: { not: null } },
      _count: true,
    }),
    db().$queryRaw`
      SELECT round((percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM first - "openedAt") / 3600))::numeric, 1)
        ::float AS hours
      FROM (
        SELECT c."openedAt", min(d."decidedAt") AS first FROM cases c JOIN decisions d ON d."caseId" = c.id
        WHERE c."strategyId" = ${strategyId} AND c.kind = 'pre_moderation' GROUP BY c.id
      ) decided`,
  ]);
  const count = (...of: string[]) =>
    deeds.filter(({ deed }) => of.includes(deed)).reduce((sum, { _count }) => sum + _count, 0);
  return {
    held,
    published: count("publish"),
    returned: count("return"),
    rejected: count("reject"),
    redacted: count("redact"),
    removed: count("remove"),
    appealsUpheld: count("uphold"),
    medianHours: wait.parse(waits)[0]?.hours ?? null,
    reasons: poolReasons(reasons.map(({ reason, _count }) => ({ code: reason ?? "", count: _count }))),
  };
}
