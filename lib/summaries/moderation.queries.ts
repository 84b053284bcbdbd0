import { z } from "zod";
import { db } from "@/lib/database/client";
import { poolReasons } from "@/lib/summaries/moderation.rules";
import type { ModerationPart } from "@/lib/summaries/moderation.schema";

const waitRows = z.array(z.object({ hours: z.number().nullable() }));

/** Counts a strategy's decisions and how long its comments waited. For jobs: it reads every decision. */
export async function computeModeration(strategyId: string): Promise<ModerationPart> {
  const [held, actions, reasons, waits] = await Promise.all([
    db().comment.count({ where: { strategyId, state: "held" } }),
    db().decision.groupBy({ by: ["action"], where: { case: { strategyId } }, _count: true }),
    db().decision.groupBy({
      by: ["reason"],
      where: { case: { strategyId }, action: { in: ["return", "reject", "redact", "remove"] }, reason: { not: null } },
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
  const count = (action: string) => actions.find((row) => row.action === action)?._count ?? 0;
  return {
    held,
    published: count("publish"),
    returned: count("return"),
    rejected: count("reject"),
    redacted: count("redact"),
    removed: count("remove"),
    appealsUpheld: count("uphold"),
    medianHours: waitRows.parse(waits)[0]?.hours ?? null,
    reasons: poolReasons(reasons.map(({ reason, _count }) => ({ code: reason ?? "", count: _count }))),
  };
}
