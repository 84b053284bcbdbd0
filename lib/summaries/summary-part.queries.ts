import { db } from "@/lib/database/client";
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
export async function getSummaryParts({ strategyId, lepId }: SummaryScope): Promise<SummaryParts> {
  const rows = await db().summaryPart.findMany({
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

/** The strategies with comments, each with the LEPs under which there are some. */
export async function listCommentedStrategies(): Promise<{ strategyId: string; lepIds: string[] }[]> {
  const rows = await db().tally.findMany({
    where: { dimension: "all", comments: { gt: 0 } },
    orderBy: [{ strategyId: "asc" }, { lepId: "asc" }],
    select: { strategyId: true, lepId: true },
  });
  const ids = [...new Set(rows.map(({ strategyId }) => strategyId))];
  return ids.map((id) => ({
    strategyId: id,
    lepIds: rows.filter(({ strategyId, lepId }) => strategyId === id && lepId !== "").map(({ lepId }) => lepId),
  }));
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
