import { z } from "zod";
import { subjects } from "@/lib/areas/subject.rules";
import { db } from "@/lib/database/client";
import { fewestReactions, type SaidPart, saidPart } from "@/lib/summaries/counts.schema";
import { evenness, mostSupported, type Reactions } from "@/lib/summaries/reaction-ranking";

/** How many comments a list of the summary names. */
const listed = 8;

/** Counts the reactions to all published comments of a strategy under one LEP. For a job: it reads every comment. */
export async function countSaid(strategyId: string, lepId: string): Promise<SaidPart> {
  const groups = await db().$queryRaw`
    WITH current_version AS (
      SELECT id FROM versions WHERE "strategyId" = ${strategyId} AND "publishedAt" IS NOT NULL
      ORDER BY number DESC LIMIT 1
    ), said AS (
      SELECT c.id, c.agrees, c.disagrees, c.passes, t."sectionId", s."foundationId"
      FROM comments c JOIN threads t ON t.id = c."threadId"
      LEFT JOIN version_sections s ON s."versionId" = (SELECT id FROM current_version) AND s."sectionId" = t."sectionId"
      WHERE c."strategyId" = ${strategyId} AND c."lepId" = ${lepId} AND c.state = 'published'
    ), cells AS (
      SELECT 'all' AS by, '' AS key, agrees, disagrees, passes FROM said
      UNION ALL SELECT 'section', "sectionId", agrees, disagrees, passes FROM said
      UNION ALL SELECT 'foundation', "foundationId", agrees, disagrees, passes FROM said
        WHERE "foundationId" IS NOT NULL
      UNION ALL SELECT 'theme', t."themeId", agrees, disagrees, passes
        FROM said JOIN comment_themes t ON t."commentId" = said.id
    )
    SELECT by, key, sum(agrees)::int AS agrees, sum(disagrees)::int AS disagrees, sum(passes)::int AS passes
    FROM cells GROUP BY by, key ORDER BY by, key`;
  const comments = z.array(counted).parse(
    await db().$queryRaw`
      SELECT id, "isReply", agrees, disagrees, passes,
        ARRAY(SELECT "themeId" FROM comment_themes WHERE "commentId" = comments.id) AS "themeIds"
      FROM comments WHERE "strategyId" = ${strategyId} AND "lepId" = ${lepId} AND state = 'published'`,
  );
  return saidPart.parse({
    groups,
    ...listsOf(comments),
    subjects: subjects.map(({ id: subject, themes }) => {
      const about = comments.filter(({ themeIds }) => themeIds.some((theme) => themes.includes(theme)));
      const threads = about.filter(({ isReply }) => !isReply).length;
      return { subject, comments: about.length, threads, ...totalOf(about), ...listsOf(about) };
    }),
  });
}

const counted = z.object({
  id: z.string(),
  isReply: z.boolean(),
  agrees: z.int(),
  disagrees: z.int(),
  passes: z.int(),
  themeIds: z.array(z.string()),
});
type Rateable = Reactions & { id: string };

/** What most agree with, and what splits people most evenly, of comments that enough people reacted to. */
function listsOf(comments: Rateable[]) {
  const told = comments.filter((comment) => reacted(comment) >= fewestReactions);
  const split = told.filter((comment) => evenness(comment) > 0.5);
  return {
    supported: mostSupported(told).slice(0, listed).map(rated),
    disputed: split
      .sort((a, b) => evenness(b) - evenness(a) || reacted(b) - reacted(a) || (a.id < b.id ? -1 : 1))
      .slice(0, listed)
      .map(rated),
  };
}

const rated = ({ id, agrees, disagrees, passes }: Rateable) => ({ comment: id, agrees, disagrees, passes });
const reacted = ({ agrees, disagrees, passes }: Reactions) => agrees + disagrees + passes;
const totalOf = (comments: Reactions[]): Reactions => ({
  agrees: comments.reduce((sum, { agrees }) => sum + agrees, 0),
  disagrees: comments.reduce((sum, { disagrees }) => sum + disagrees, 0),
  passes: comments.reduce((sum, { passes }) => sum + passes, 0),
});

/** The comments that a summary speaks of, by id, as far as they are still published. */
export type NamedComment = {
  id: string;
  strategyId: string;
  threadId: string;
  alias: string;
  text: string;
  version: number;
  week: string;
  themeIds: string[];
};

export async function listNamedComments(ids: string[]): Promise<Map<string, NamedComment>> {
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
