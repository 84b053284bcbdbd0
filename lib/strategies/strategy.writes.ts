import type { Tx } from "@/lib/database/client";
import { invalidateTags } from "@/lib/database/invalidation";

/** Drops the cached pages of a strategy and of the bodies that lead it or take part in it. */
export async function invalidateStrategyPages(tx: Tx, strategyId: string): Promise<void> {
  const { leadBodyId, bodies } = await tx.strategy.findUniqueOrThrow({
    where: { id: strategyId },
    select: { leadBodyId: true, bodies: { select: { bodyId: true } } },
  });
  const bodyIds = new Set([leadBodyId, ...bodies.map(({ bodyId }) => bodyId)]);
  await invalidateTags(tx, `strategy:${strategyId}`, ...[...bodyIds].map((id) => `body:${id}`));
}
