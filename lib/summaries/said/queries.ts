import { db } from "@/lib/db";
import { fewestReactions, type SaidPart, saidPart } from "@/lib/summaries/said/rules";
import { evenness, mostSupported, type Reactions } from "@/lib/summaries/support/support";

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
  const comments = await db().comment.findMany({
    where: { strategyId, lepId, state: "published" },
    select: { id: true, agrees: true, disagrees: true, passes: true },
  });
  const told = comments.filter((comment) => reacted(comment) >= fewestReactions);
  const rated = ({ id, ...reactions }: Reactions & { id: string }) => ({ comment: id, ...reactions });
  const split = told.filter((comment) => evenness(comment) > 0.5);
  return saidPart.parse({
    groups,
    supported: mostSupported(told).slice(0, listed).map(rated),
    disputed: split
      .sort((a, b) => evenness(b) - evenness(a) || reacted(b) - reacted(a) || (a.id < b.id ? -1 : 1))
      .slice(0, listed)
      .map(rated),
  });
}

const reacted = ({ agrees, disagrees, passes }: Reactions) => agrees + disagrees + passes;

/** The comments that a summary speaks of, by id, as far as they are still published. */
export type NamedComment = {
  id: string;
  strategyId: string;
  threadId: string;
  alias: string;
  text: string;
  version: number;
  week: string;
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
    },
  });
  return new Map(
    rows.map(({ participant, week, ...row }) => [
      row.id,
      { ...row, alias: participant.alias, week: week?.toISOString().slice(0, 10) ?? "" },
    ]),
  );
}
