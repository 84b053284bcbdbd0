import { markStale, type Tx } from "@/lib/database/client";
import type { PointKind } from "@/prisma/generated/enums";

type Published = { id: string; strategyId: string; bodyId: string; pointKind: PointKind; pointId: string };

/** Drops every ready page that shows what is answered on a strategy. */
export async function markAnswers(tx: Tx, strategyId: string, bodyId: string): Promise<void> {
  const others = await tx.strategyBody.findMany({ where: { strategyId }, select: { bodyId: true } });
  const bodies = new Set([bodyId, ...others.map((other) => other.bodyId)]);
  await markStale(tx, `strategy:${strategyId}`, ...[...bodies].map((id) => `body:${id}`));
}

/** Tells everybody who wrote what is answered, once for each of their published words. */
export async function tellAuthors(tx: Tx, { id, strategyId, pointKind, pointId }: Published): Promise<void> {
  const facts = JSON.stringify({ answer: id });
  if (pointKind === "theme") {
    await tx.$executeRaw`
      INSERT INTO notices (id, "participantId", "commentId", kind, facts)
      SELECT replace(gen_random_uuid()::text, '-', ''), * FROM (
        SELECT DISTINCT ON (c."participantId") c."participantId", c.id, 'point-answered', ${facts}::jsonb
        FROM comment_themes t JOIN comments c ON c.id = t."commentId"
        WHERE t."themeId" = ${pointId} AND c."strategyId" = ${strategyId} AND c.state = 'published'
        ORDER BY c."participantId", c.id) AS authors`;
  }
  if (pointKind === "thread") {
    await tx.$executeRaw`
      INSERT INTO notices (id, "participantId", "commentId", kind, facts)
      SELECT replace(gen_random_uuid()::text, '-', ''), * FROM (
        SELECT DISTINCT ON ("participantId") "participantId", id, 'point-answered', ${facts}::jsonb
        FROM comments WHERE "threadId" = ${pointId} AND state = 'published'
        ORDER BY "participantId", id) AS authors`;
  }
}
