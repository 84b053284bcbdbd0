import type { Tx } from "@/lib/database/client";

// The steps of an edition that change comments and threads: lib/summaries/editions/edition.commands.ts. Nothing else
// publishes a comment or changes the counts that readers see.

/** Writes the corrected workplaces and sectors to the comments. */
export async function applyLocationCorrections(tx: Tx, strategyId: string): Promise<void> {
  await tx.$executeRaw`
    WITH applied AS (
      DELETE FROM location_corrections l USING comments c WHERE c.id = l."commentId" AND c."strategyId" = ${strategyId}
      RETURNING l.*
    )
    UPDATE comments c SET "districtId" = a."districtId", vintage = a.vintage, "sectorId" = a."sectorId", "lepId" = a."lepId"
    FROM applied a WHERE c.id = a."commentId" AND c.state IN ('held', 'ready', 'published')`;
}

/**
 * Publishes the comments that are ready, in a random order, so that the order of rows shows nothing either. Their version
 * stays: nothing that a rep or an author read has changed.
 * @param week Monday of the edition's week
 */
export async function publishReadyComments(
  tx: Tx,
  strategyId: string,
  week: Date,
): Promise<{ comments: number; replies: number }> {
  const [counts] = await tx.$queryRaw<{ comments: number; replies: number }[]>`
    WITH shuffled AS (SELECT id FROM comments WHERE "strategyId" = ${strategyId} AND state = 'ready' ORDER BY random()),
    published AS (
      UPDATE comments c SET state = 'published', week = coalesce(c.week, ${week}::date), "readyAt" = NULL
      FROM shuffled WHERE c.id = shuffled.id RETURNING c."isReply"
    )
    SELECT count(*) FILTER (WHERE NOT "isReply")::int AS comments, count(*) FILTER (WHERE "isReply")::int AS replies
    FROM published`;
  return counts ?? { comments: 0, replies: 0 };
}

/**
 * Adds to the counts of published comments what changed since the last edition. A reaction that was counted and then
 * erased has no row any more, so it stays in the counts.
 * @returns how many people gave or changed a reaction, once for each comment
 */
export async function countReactions(tx: Tx, strategyId: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ changes: number }[]>`
    WITH changed AS (
      SELECT r."commentId", r."participantId", r.value, r.counted FROM reactions r JOIN comments c ON c.id = r."commentId"
      WHERE c."strategyId" = ${strategyId} AND c.state = 'published' AND r.counted IS DISTINCT FROM r.value
    ), marked AS (
      UPDATE reactions r SET counted = changed.value FROM changed
      WHERE r."commentId" = changed."commentId" AND r."participantId" = changed."participantId"
    ), sums AS (
      SELECT "commentId", count(*)::int AS changes,
        sum((value = 'agree')::int - coalesce((counted = 'agree')::int, 0))::int AS agrees,
        sum((value = 'disagree')::int - coalesce((counted = 'disagree')::int, 0))::int AS disagrees,
        sum((value = 'pass')::int - coalesce((counted = 'pass')::int, 0))::int AS passes
      FROM changed GROUP BY 1
    ), counted_comments AS (
      UPDATE comments c SET agrees = c.agrees + s.agrees, disagrees = c.disagrees + s.disagrees, passes = c.passes + s.passes
      FROM sums s WHERE c.id = s."commentId"
    )
    SELECT coalesce(sum(changes), 0)::int AS changes FROM sums`;
  return row?.changes ?? 0;
}

/** Writes the columns by which lists of threads are sorted: week, number of replies, and support. */
export async function updateThreads(tx: Tx, strategyId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE threads t SET week = u.week, "replyCount" = u.replies, support = u.support
    FROM (
      SELECT f."threadId", f.week, wilson_lower_bound(f.agrees, f.agrees + f.disagrees + f.passes) AS support,
        coalesce(r.replies, 0) AS replies
      FROM comments f LEFT JOIN (
        SELECT "threadId", count(*)::int AS replies FROM comments
        WHERE "strategyId" = ${strategyId} AND "isReply" AND state = 'published' GROUP BY 1
      ) r ON r."threadId" = f."threadId"
      WHERE f."strategyId" = ${strategyId} AND NOT f."isReply" AND f.week IS NOT NULL
    ) u
    WHERE u."threadId" = t.id AND (t.week, t."replyCount", t.support) IS DISTINCT FROM (u.week, u.replies, u.support)`;
}
