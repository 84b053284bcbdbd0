import { bodyTitle } from "@/lib/areas/body.rules";
import { db } from "@/lib/database/client";
import { visibleStrategyWhere } from "@/lib/strategies/strategy.queries";

/** What breadcrumbs call a strategy or a body; null for what is not there, or not open yet. */
export async function findAreaName({
  kind,
  slug,
}: {
  kind: "strategy" | "body";
  slug: string;
}): Promise<string | null> {
  if (kind === "strategy") {
    const where = { id: slug, ...visibleStrategyWhere };
    return (await db().strategy.findFirst({ where, select: { areaName: true } }))?.areaName ?? null;
  }
  const select = { name: true, kind: { select: { short: true } } } as const;
  const body = await db().body.findUnique({ where: { id: slug }, select });
  return body && bodyTitle(body);
}
