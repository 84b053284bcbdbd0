import { db, type Tx } from "@/lib/database/client";
import { isoDay } from "@/lib/dates";
import type { SummaryScope } from "@/lib/summaries/scope.rules";
import { countedUnderFilter } from "@/lib/summaries/strategy-counts.queries";
import {
  type SummaryPartName,
  type SummaryParts,
  strategyPartNames,
  summaryPartSchemas,
} from "@/lib/summaries/summary-part.schema";

/** The value of the column lepId for parts of an entire strategy. */
const entireStrategy = "";

/** The stored parts of a scope's summary; moderation and opinion are always those of the entire strategy. */
export async function getSummaryParts({ strategyId, lepId }: SummaryScope, tx: Tx = db()): Promise<SummaryParts> {
  const rows = await tx.summaryPart.findMany({
    where: {
      strategyId,
      OR: [{ lepId: lepId ?? entireStrategy }, { lepId: entireStrategy, part: { in: strategyPartNames } }],
    },
    select: { part: true, countedAt: true, content: true },
  });
  const parsed = rows.map(({ part, countedAt, content }) => [
    part,
    { day: isoDay(countedAt), content: summaryPartSchemas[part as SummaryPartName].parse(content) },
  ]);
  return Object.fromEntries(parsed);
}

/** The LEPs under which a strategy has comments. */
export async function listCountedLeps(strategyId: string, tx: Tx): Promise<string[]> {
  const rows = await tx.tally.findMany({
    where: { strategyId, dimension: "all", comments: { gt: 0 }, lepId: { not: "" } },
    orderBy: { lepId: "asc" },
    select: { lepId: true },
  });
  return rows.map(({ lepId }) => lepId);
}

/** The ids of the strategies that count comments under these LEPs. */
export async function listStrategyIds(lepIds: string[]): Promise<string[]> {
  const rows = await db().strategy.findMany({
    where: countedUnderFilter(lepIds),
    orderBy: { id: "asc" },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
