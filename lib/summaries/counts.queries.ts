import { z } from "zod";
import { subjects } from "@/lib/areas/subject.rules";
import { db } from "@/lib/database/client";
import { type CountsPart, countsPart, minReactions } from "@/lib/summaries/counts.schema";
import { evenness, type Reactions, sortBySupport } from "@/lib/summaries/reaction-ranking";

/** How many comments a list of the summary names. */
const listLength = 8;

/** Counts the reactions to all published comments of a strategy under one LEP. For a job: it reads every comment. */
export async function computeCounts(strategyId: string, lepId: string): Promise<CountsPart> {
  const groups = await db().$queryRaw`
    WITH current_version AS (
      SELECT id FROM versions WHERE "strategyId" = ${strategyId} AND "publishedAt" IS NOT NULL
      ORDER BY number DESC LIMIT 1
    ), published AS (
      SELECT c.id, c.agrees, c.disagrees, c.passes, t."sectionId", s."foundationId"
      FROM comments c JOIN threads t ON t.id = c."threadId"
      LEFT JOIN version_sections s ON s."versionId" = (SELECT id FROM current_version) AND s."sectionId" = t."sectionId"
      WHERE c."strategyId" = ${strategyId} AND c."lepId" = ${lepId} AND c.state = 'published'
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
    await db().$queryRaw`
      SELECT id, "isReply", agrees, disagrees, passes,
        ARRAY(SELECT "themeId" FROM comment_themes WHERE "commentId" = comments.id) AS "themeIds"
      FROM comments WHERE "strategyId" = ${strategyId} AND "lepId" = ${lepId} AND state = 'published'`,
  );
  return countsPart.parse({
    groups,
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
type RatedRow = Reactions & { id: string };

/** What most agree with, and what splits people most evenly, of comments that enough people reacted to. */
function rankComments(comments: RatedRow[]) {
  const rateable = comments.filter((comment) => countReactions(comment) >= minReactions);
  const divided = rateable.filter((comment) => evenness(comment) > 0.5);
  return {
    supported: sortBySupport(rateable).slice(0, listLength).map(toRating),
    disputed: divided
      .sort((a, b) => evenness(b) - evenness(a) || countReactions(b) - countReactions(a) || (a.id < b.id ? -1 : 1))
      .slice(0, listLength)
      .map(toRating),
  };
}

const toRating = ({ id, agrees, disagrees, passes }: RatedRow) => ({ comment: id, agrees, disagrees, passes });
const countReactions = ({ agrees, disagrees, passes }: Reactions) => agrees + disagrees + passes;
const sumReactions = (comments: Reactions[]): Reactions => ({
  agrees: comments.reduce((sum, { agrees }) => sum + agrees, 0),
  disagrees: comments.reduce((sum, { disagrees }) => sum + disagrees, 0),
  passes: comments.reduce((sum, { passes }) => sum + passes, 0),
});

/** The comments that a summary speaks of, by id, as far as they are still published. */
export type VersionedComment = {
  id: string;
  strategyId: string;
  threadId: string;
  alias: string;
  text: string;
  version: number;
  week: string;
  themeIds: string[];
};

export async function listCitedComments(ids: string[]): Promise<Map<string, VersionedComment>> {
  const rows = await db().comment.findMany({
    where: { id: { in: [...new Set(ids)] }, state: "published" },
    select: {
      id: true,
      strategyId: true,
      threadId: true,
      text: true,
      version: true,
      week: true,
      participant: { select: { alias: true } },
      themes: { select: { themeId: true } },
    },
  });
  return new Map(
    rows.map(({ participant, themes, week, ...row }) => [
      row.id,
      {
        ...row,
        alias: participant.alias,
        week: week?.toISOString().slice(0, 10) ?? "",
        themeIds: themes.map(({ themeId }) => themeId),
      },
    ]),
  );
}
