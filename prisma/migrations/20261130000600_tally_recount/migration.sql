-- The view tallies_counted holds what the table tallies must hold, counted from the published comments. `ops verify`
-- compares the two, and writes in bulk fill the table from it (lib/comments/tally.writes.ts). A comment counts under the
-- foundation that its section has in the newest published version.
--
-- Comments that wait for a decision are not tallied: everybody who sends a comment would update the same row, and wait
-- for each other. They are counted over the index of comments by LEP and state.
CREATE VIEW tallies_counted AS
WITH current_version AS (
  SELECT DISTINCT ON ("strategyId") "strategyId", id FROM versions
  WHERE "publishedAt" IS NOT NULL ORDER BY "strategyId", number DESC
), counted AS (
  SELECT c.id, c."strategyId", coalesce(c."lepId", '') AS "lepId", t."sectionId", s."foundationId",
    coalesce(c.stance::text, '') AS stance,
    (c.state = 'published')::int AS comments,
    (c.state = 'published' AND NOT c."isReply")::int AS threads
  FROM comments c
  JOIN threads t ON t.id = c."threadId"
  LEFT JOIN current_version v ON v."strategyId" = c."strategyId"
  LEFT JOIN version_sections s ON s."versionId" = v.id AND s."sectionId" = t."sectionId"
  WHERE c.state = 'published'
), cells AS (
  SELECT "strategyId", "lepId", 'all' AS dimension, '' AS key, comments, threads FROM counted
  UNION ALL
  SELECT "strategyId", "lepId", 'section', "sectionId", comments, threads FROM counted
  UNION ALL
  SELECT "strategyId", "lepId", 'foundation', "foundationId", comments, threads FROM counted
  WHERE "foundationId" IS NOT NULL
  UNION ALL
  SELECT "strategyId", "lepId", 'stance', stance, comments, threads FROM counted
  UNION ALL
  SELECT "strategyId", "lepId", 'theme', th."themeId", comments, threads
  FROM counted JOIN comment_themes th ON th."commentId" = counted.id
)
SELECT "strategyId", "lepId", dimension, key,
  sum(comments)::int AS comments, sum(threads)::int AS threads
FROM cells GROUP BY "strategyId", "lepId", dimension, key;
