import { z } from "zod";
import type { Tx } from "@/lib/database/client";
import { startOfWeek } from "@/lib/dates";
import { faultCodes } from "@/lib/moderation/decisions/reason.rules";
import { suppressCount, suppressWait } from "@/lib/moderation/decisions/transparency.rules";
import type { ModerationPart } from "@/lib/summaries/moderation.schema";

const waitRow = z.object({ hours: z.number().nullable(), cases: z.number() });

/**
 * Counts a strategy's decisions and how long its comments waited, suppressed as on the pages of the public record. For
 * jobs: it reads every decision.
 */
export async function computeModeration(strategyId: string, tx: Tx, now: Date): Promise<ModerationPart> {
  // one by one: a transaction has one connection
  const held = await tx.comment.count({ where: { strategyId, state: "held" } });
  const actions = await tx.decision.groupBy({ by: ["action"], where: { case: { strategyId } }, _count: true });
  const reasons = await tx.decision.groupBy({
    by: ["reason"],
    where: {
      case: { strategyId },
      action: { in: ["return", "reject", "redact", "remove"] },
      decidedAt: { lt: startOfWeek(now) },
    },
    _count: true,
  });
  const waits = await tx.$queryRaw`
      SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY hours)::float AS hours, count(*)::int AS cases
      FROM (
        SELECT extract(epoch FROM min(d."decidedAt") - c."openedAt")::float / 3600 AS hours
        FROM cases c JOIN decisions d ON d."caseId" = c.id
        WHERE c."strategyId" = ${strategyId} AND c.kind = 'pre_moderation' AND NOT c."isWaitStored" GROUP BY c.id
        UNION ALL
        SELECT hours FROM waiting_times WHERE "strategyId" = ${strategyId} AND kind = 'pre_moderation'
      ) decided`;
  const count = (action: string) => actions.find((row) => row.action === action)?._count ?? 0;
  const [wait] = z.tuple([waitRow]).parse(waits);
  return {
    held: suppressCount(held),
    published: count("publish"),
    returned: count("return"),
    rejected: count("reject"),
    redacted: count("redact"),
    removed: count("remove"),
    appealsUpheld: suppressCount(count("uphold")),
    medianHours: suppressWait(wait.hours, wait.cases),
    reasons: faultCodes.map((code) => ({
      code,
      count: suppressCount(reasons.find(({ reason }) => reason === code)?._count ?? 0),
    })),
  };
}
