import type { Tx } from "@/lib/database/client";
import { invalidateTags } from "@/lib/database/invalidation";
import type { AnswerSourceKind } from "@/prisma/generated/enums";

type PublishedAnswerRef = {
  id: string;
  strategyId: string;
  bodyId: string;
  sourceKind: AnswerSourceKind;
  sourceId: string;
};

/** Drops every ready page that shows what is answered on a strategy. */
export async function invalidateAnswerPages(tx: Tx, strategyId: string, bodyId: string): Promise<void> {
  const others = await tx.strategyBody.findMany({ where: { strategyId }, select: { bodyId: true } });
  const bodies = new Set([bodyId, ...others.map((other) => other.bodyId)]);
  await invalidateTags(tx, `strategy:${strategyId}`, ...[...bodies].map((id) => `body:${id}`));
}

/** Tells everybody who wrote what is answered, once for each of their published words. */
export async function notifyAuthors(
  tx: Tx,
  { id, strategyId, sourceKind, sourceId }: PublishedAnswerRef,
): Promise<void> {
  const facts = JSON.stringify({ answer: id });
  if (sourceKind === "theme") {
    await tx.$executeRaw`
      INSERT INTO notices (id, "participantId", "commentId", kind, facts)
      SELECT replace(gen_random_uuid()::text, '-', ''), * FROM (
        SELECT DISTINCT ON (c."participantId") c."participantId", c.id, 'answer-published', ${facts}::jsonb
        FROM comment_themes t JOIN comments c ON c.id = t."commentId"
        WHERE t."themeId" = ${sourceId} AND c."strategyId" = ${strategyId} AND c.state = 'published'
        ORDER BY c."participantId", c.id) AS authors`;
  }
  if (sourceKind === "thread") {
    await tx.$executeRaw`
      INSERT INTO notices (id, "participantId", "commentId", kind, facts)
      SELECT replace(gen_random_uuid()::text, '-', ''), * FROM (
        SELECT DISTINCT ON ("participantId") "participantId", id, 'answer-published', ${facts}::jsonb
        FROM comments WHERE "threadId" = ${sourceId} AND state = 'published'
        ORDER BY "participantId", id) AS authors`;
  }
}
