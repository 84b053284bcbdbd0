import { z } from "zod";
import { subjects } from "@/lib/areas/subject.rules";
import type { Tx } from "@/lib/database/client";
import { sumReactions } from "@/lib/summaries/counts.rules";
import { type CountsPart, countsPart } from "@/lib/summaries/counts.schema";
import { rankComments } from "@/lib/summaries/reaction-ranking";
import { publishedInScope } from "@/lib/summaries/scope.queries";
import type { SummaryScope } from "@/lib/summaries/scope.rules";

/** Counts the reactions to the published comments of a scope. For jobs: it reads every comment. */
export async function computeCounts(scope: SummaryScope, tx: Tx): Promise<CountsPart> {
  const groups = await tx.$queryRaw`
    WITH current_version AS (
      SELECT id FROM versions WHERE "strategyId" = ${scope.strategyId} AND "publishedAt" IS NOT NULL
      ORDER BY number DESC LIMIT 1
    ), published AS (
      SELECT c.id, c.agrees, c.disagrees, c.passes, t."sectionId", s."foundationId"
      FROM comments c JOIN threads t ON t.id = c."threadId"
      LEFT JOIN version_sections s ON s."versionId" = (SELECT id FROM current_version) AND s."sectionId" = t."sectionId"
      WHERE ${publishedInScope(scope)}
    ), cells AS (
      SELECT 'all' AS by, '' AS key, agrees, disagrees, passes FROM published
      UNION ALL SELECT 'section', "sectionId", agrees, disagrees, passes FROM published
      UNION ALL SELECT 'foundation', "foundationId", agrees, disagrees, passes FROM published
        WHERE "foundationId" IS NOT NULL
      UNION ALL SELECT 'theme', t."themeId", agrees, disagrees, passes
        FROM published JOIN comment_themes t ON t."commentId" = published.id
    )
    SELECT by, key, sum(agrees)::int AS agrees, sum(disagrees)::int AS disagrees, sum(passes)::int AS passes
    FROM cells GROUP BY by, key ORDER BY by, key`;
  const comments = z.array(commentRow).parse(
    await tx.$queryRaw`
      SELECT id, "isReply", agrees, disagrees, passes,
        ARRAY(SELECT "themeId" FROM comment_themes WHERE "commentId" = c.id) AS "themeIds"
      FROM comments c WHERE ${publishedInScope(scope)}`,
  );
  const themeWeeks = await tx.$queryRaw`
    SELECT ct."themeId" AS theme, t.week::text AS week, count(*)::int AS threads
    FROM comments c JOIN threads t ON t.id = c."threadId" JOIN comment_themes ct ON ct."commentId" = c.id
    WHERE ${publishedInScope(scope)} AND NOT c."isReply" AND t.week IS NOT NULL
    GROUP BY 1, 2 ORDER BY 1, 2`;
  return countsPart.parse({
    groups,
    themeWeeks,
    ...rankComments(comments),
    subjects: subjects.map(({ id: subject, themes }) => {
      const about = comments.filter(({ themeIds }) => themeIds.some((theme) => themes.includes(theme)));
      const threads = about.filter(({ isReply }) => !isReply).length;
      return { subject, comments: about.length, threads, ...sumReactions(about), ...rankComments(about) };
    }),
  });
}

const commentRow = z.object({
  id: z.string(),
  isReply: z.boolean(),
  agrees: z.int(),
  disagrees: z.int(),
  passes: z.int(),
  themeIds: z.array(z.string()),
});
