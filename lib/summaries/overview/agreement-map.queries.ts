import { z } from "zod";
import { db } from "@/lib/database/client";
import {
  leastMappedReactions,
  type MappedComment,
  maxMappedComments,
} from "@/lib/summaries/overview/agreement-map.rules";
import { publishedInScope } from "@/lib/summaries/scope.queries";
import type { SummaryScope } from "@/lib/summaries/scope.rules";
import { Prisma } from "@/prisma/generated/client";

const count = z.int().min(0);
const mappedRows = z.array(
  z.object({
    id: z.string(),
    strategyId: z.string(),
    threadId: z.string(),
    text: z.string(),
    agrees: count,
    disagrees: count,
    passes: count,
  }),
);

/** The published comments of a scope with enough reactions, those with most first. `themes`: only comments on these. */
export async function listMappedComments(
  scope: SummaryScope,
  themes: readonly string[] | null = null,
): Promise<MappedComment[]> {
  const onThemes = themes
    ? Prisma.sql`AND EXISTS (SELECT FROM comment_themes h WHERE h."commentId" = c.id AND h."themeId" = ANY (${themes}))`
    : Prisma.empty;
  return mappedRows.parse(
    await db().$queryRaw`
      SELECT c.id, c."strategyId", c."threadId", c.text, c.agrees, c.disagrees, c.passes FROM comments c
      WHERE ${publishedInScope(scope)} AND c.agrees + c.disagrees + c.passes >= ${leastMappedReactions} ${onThemes}
      ORDER BY c.agrees + c.disagrees + c.passes DESC, c.id LIMIT ${maxMappedComments}`,
  );
}
