import { db } from "@/lib/database/client";
import { noPlace, type StrategyPlaces, type SummaryScope, toStrategyPlaces } from "@/lib/summaries/scope.rules";
import { Prisma } from "@/prisma/generated/client";

/** The condition on `comments c` that selects the published comments and replies of a scope. */
export function publishedInScope({ strategyId, lepId }: SummaryScope): Prisma.Sql {
  const published = Prisma.sql`c."strategyId" = ${strategyId} AND c.state = 'published'`;
  if (lepId === null) return published;
  return lepId === noPlace
    ? Prisma.sql`${published} AND c."lepId" IS NULL`
    : Prisma.sql`${published} AND c."lepId" = ${lepId}`;
}

/** The same for Prisma. */
export const publishedInScopeWhere = ({ strategyId, lepId }: SummaryScope) => ({
  strategyId,
  state: "published" as const,
  ...(lepId !== null && { lepId: lepId === noPlace ? null : lepId }),
});

/** The published comments of each of these strategies by place. Bodies without comments are listed if they take part. */
export async function listStrategyPlaces(strategyIds: string[]): Promise<Map<string, StrategyPlaces>> {
  const [totals, takingPart] = await Promise.all([
    db().tally.findMany({
      where: { strategyId: { in: strategyIds }, dimension: "all" },
      select: { strategyId: true, lepId: true, comments: true, threads: true },
    }),
    db().strategyBody.findMany({
      where: { strategyId: { in: strategyIds }, body: { isCounted: true } },
      select: { strategyId: true, bodyId: true },
    }),
  ]);
  const bodies = await db().body.findMany({
    where: { id: { in: [...totals.map(({ lepId }) => lepId), ...takingPart.map(({ bodyId }) => bodyId)] } },
    orderBy: { name: "asc" },
    select: { id: true, name: true },
  });
  return new Map(
    strategyIds.map((id) => {
      const ownTotals = totals.filter(({ strategyId }) => strategyId === id);
      const bodyIds = new Set([
        ...ownTotals.map(({ lepId }) => lepId),
        ...takingPart.filter(({ strategyId }) => strategyId === id).map(({ bodyId }) => bodyId),
      ]);
      return [
        id,
        toStrategyPlaces(
          ownTotals,
          bodies.filter((body) => bodyIds.has(body.id)),
        ),
      ];
    }),
  );
}
