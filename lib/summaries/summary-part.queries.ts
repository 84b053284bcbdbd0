import { db } from "@/lib/database/client";
import { countedUnderFilter } from "@/lib/summaries/strategy-counts.queries";
import { type SummaryPartName, type SummaryParts, summaryPartSchemas } from "@/lib/summaries/summary-part.schema";

/** The counted parts of a LEP's summary on one strategy, with the day each was counted; what is not counted yet is absent. */
export async function getSummaryParts(strategyId: string, lepId: string): Promise<SummaryParts> {
  const rows = await db().summaryPart.findMany({
    where: { strategyId, lepId: { in: [lepId, ""] } },
    select: { part: true, countedAt: true, content: true },
  });
  const parsed = rows.map(({ part, countedAt, content }) => [
    part,
    { day: countedAt.toISOString().slice(0, 10), content: summaryPartSchemas[part as SummaryPartName].parse(content) },
  ]);
  return Object.fromEntries(parsed);
}

/** The strategies that people commented on, each with the LEPs under which they did. */
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

/** The strategies on which these LEPs are heard. */
export async function listStrategyIds(lepIds: string[]): Promise<string[]> {
  const rows = await db().strategy.findMany({
    where: countedUnderFilter(lepIds),
    orderBy: { id: "asc" },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
