-- Every figure of a LEP's summary again, from the raw rows: comments, threads, reactions, decisions, reference tables.
-- It shares nothing with the code that makes the page: no tally, no count kept beside a comment, no part of a job.
-- Counts of people come from releases, under disclosure control, and are not here: no query can, or may, make them.
-- $1: the LEP's id, $2: the strategy's id. Rows: part, subject, what, value.
WITH newest AS (
  SELECT id FROM versions WHERE "strategyId" = $2 AND "publishedAt" IS NOT NULL ORDER BY number DESC LIMIT 1
), votes AS (
  SELECT "commentId" AS id,
    sum((value = 'agree')::int) AS agrees, sum((value = 'disagree')::int) AS disagrees, sum((value = 'pass')::int) AS passes
  FROM reactions GROUP BY 1
), said AS (
  SELECT c.id, c.text, c."participantId", c."isReply", t."sectionId", s.title, s."foundationId",
    coalesce(v.agrees, 0) AS agrees, coalesce(v.disagrees, 0) AS disagrees, coalesce(v.passes, 0) AS passes,
    coalesce(v.agrees + v.disagrees + v.passes, 0)::float AS n
  FROM comments c
  JOIN threads t ON t.id = c."threadId"
  LEFT JOIN version_sections s ON s."sectionId" = t."sectionId" AND s."versionId" = (SELECT id FROM newest)
  LEFT JOIN votes v ON v.id = c.id
  WHERE c."lepId" = $1 AND c."strategyId" = $2 AND c.state = 'published'
), grouped AS (
  SELECT 'said' AS part, 'all' AS subject, id, "isReply", agrees, disagrees, passes FROM said
  UNION ALL
  SELECT 'said by section', title, id, "isReply", agrees, disagrees, passes FROM said WHERE title IS NOT NULL
  UNION ALL
  SELECT 'said by foundation', f.name, said.id, "isReply", agrees, disagrees, passes
  FROM themes f LEFT JOIN said ON said."foundationId" = f.id WHERE f.family = 'foundation'
  UNION ALL
  SELECT 'said by theme', th.name, said.id, "isReply", agrees, disagrees, passes
  FROM said JOIN comment_themes ct ON ct."commentId" = said.id JOIN themes th ON th.id = ct."themeId"
), counted AS (
  SELECT part, subject, count(id) AS comments, count(*) FILTER (WHERE NOT "isReply") AS threads,
    coalesce(sum(agrees), 0) AS agrees, coalesce(sum(disagrees), 0) AS disagrees, coalesce(sum(passes), 0) AS passes
  FROM grouped GROUP BY 1, 2
), wilson AS ( -- 95%, two sides
  SELECT *, greatest(0, (p + z * z / (2 * n) - z * sqrt((p * (1 - p) + z * z / (4 * n)) / n)) / (1 + z * z / n)) AS low,
    2 * least(agrees, disagrees) / n AS even
  FROM (SELECT *, agrees / n AS p, 1.959964::float AS z FROM said WHERE n >= 5) rated
), named AS (
  SELECT 'most supported' AS part, * FROM (SELECT * FROM wilson ORDER BY low DESC, agrees DESC, id COLLATE "C" LIMIT 8) a
  UNION ALL
  SELECT 'splits people', * FROM (SELECT * FROM wilson WHERE even > 0.5 ORDER BY even DESC, n DESC, id COLLATE "C" LIMIT 8) b
), plain AS (
  SELECT id, text, "participantId",
    trim(regexp_replace(lower(normalize(text, NFKC)), '[^[:alnum:]]+', ' ', 'g')) AS words
  FROM said
), seeds AS (
  SELECT words, min(id COLLATE "C") AS id, count(DISTINCT "participantId") AS identical,
    array_agg("participantId") AS senders
  FROM plain WHERE words <> '' GROUP BY words HAVING count(DISTINCT "participantId") >= 3
), sentences AS (
  SELECT DISTINCT plain.id, trim(regexp_replace(lower(normalize(s, NFKC)), '[^[:alnum:]]+', ' ', 'g')) AS sentence
  FROM plain, regexp_split_to_table(text, '[.!?\n]+') s
), long AS (
  SELECT * FROM sentences WHERE cardinality(string_to_array(sentence, ' ')) >= 5
), near AS (
  SELECT seeds.words, count(DISTINCT plain."participantId") AS personalised
  FROM seeds JOIN plain ON plain.words <> seeds.words AND NOT plain."participantId" = ANY (seeds.senders)
  WHERE (SELECT count(*) FROM long WHERE long.id = plain.id
      AND sentence IN (SELECT sentence FROM long l WHERE l.id = seeds.id)) * 2
    >= nullif((SELECT count(*) FROM long l WHERE l.id = seeds.id), 0)
  GROUP BY 1
), decided AS (
  SELECT d.deed::text, d.reason, c.id AS "caseId", c.kind, c."openedAt", d."decidedAt"
  FROM decisions d JOIN cases c ON c.id = d."caseId" WHERE c."strategyId" = $2
), reasons AS (
  SELECT coalesce(reason, '') AS reason, count(*) AS n FROM decided
  WHERE deed IN ('return', 'reject', 'redact', 'remove') AND reason IS NOT NULL GROUP BY 1
), open_themes AS (
  SELECT th.id, th.name, count(*) AS comments
  FROM comments c JOIN comment_themes ct ON ct."commentId" = c.id JOIN themes th ON th.id = ct."themeId"
  WHERE c."strategyId" = $2 AND c.state = 'published' AND NOT EXISTS (
    SELECT FROM answers a JOIN answer_revisions r ON r."answerId" = a.id AND r."publishedAt" IS NOT NULL
    WHERE a."strategyId" = $2 AND a."pointKind" = 'theme' AND a."pointId" = th.id)
  GROUP BY 1, 2
), here AS (
  SELECT d.*, (d.details #>> '{shares,rural}')::float * population AS rural,
    CASE WHEN coast = 'sea' THEN population ELSE 0 END AS by_sea,
    EXISTS (SELECT FROM body_districts b WHERE b."districtId" = d.id AND b."bodyId" = $1 AND b.vintage = '2021') AS mine
  FROM districts d
), jobs AS (
  SELECT j."areaId" AS area, s.*, j.employment,
    NOT EXISTS (SELECT FROM sectors p JOIN job_counts pj ON pj."sectorId" = p.id AND pj."areaId" = j."areaId" AND pj.year = 2019
      WHERE p."partOf" = s.id) AS smallest
  FROM job_counts j JOIN sectors s ON s.id = j."sectorId" WHERE j.year = 2019 AND j."areaId" IN ($1, 'england')
), shares AS (
  SELECT area, sum(employment) FILTER (WHERE "partOf" IS NULL) AS total,
    sum(employment) FILTER (WHERE smallest AND foundational = 'core') AS foundational,
    sum(employment) FILTER (WHERE smallest AND foundational <> 'no') AS foundational_part,
    sum(employment) FILTER (WHERE smallest AND "lowPaid" = 'Y') AS low,
    sum(employment) FILTER (WHERE smallest AND "lowPaid" <> 'N') AS low_part
  FROM jobs GROUP BY 1
)
SELECT part, subject, what, value::float FROM counted, LATERAL (VALUES
  ('comments', comments), ('threads', threads), ('agrees', agrees), ('disagrees', disagrees), ('passes', passes)) v(what, value)
UNION ALL
SELECT 'said', 'all', 'waiting', count(*) FROM comments WHERE "lepId" = $1 AND "strategyId" = $2 AND state = 'held'
UNION ALL
SELECT part, text, what, value FROM named, LATERAL (VALUES
  ('agrees', agrees), ('disagrees', disagrees), ('passes', passes)) v(what, value)
UNION ALL
SELECT 'campaigns', said.text, what, value FROM seeds JOIN said ON said.id = seeds.id LEFT JOIN near USING (words),
  LATERAL (VALUES ('identical', identical), ('personalised', coalesce(personalised, 0))) v(what, value)
UNION ALL
SELECT 'unions’ responses', concat_ws(', ', u.name, nullif(c.branch, '')), what, value
FROM collective_responses c JOIN unions u ON u.id = c."unionId"
JOIN response_revisions r ON r."responseId" = c.id AND r.number = (SELECT max(number) FROM response_revisions WHERE "responseId" = c.id),
  LATERAL (VALUES ('asked', asked), ('took part', "tookPart")) v(what, value)
WHERE c."strategyId" = $2
UNION ALL
SELECT 'moderated', 'all', what, value FROM (
  SELECT (SELECT count(*) FROM comments WHERE "strategyId" = $2 AND state = 'held') AS held,
    count(*) FILTER (WHERE deed = 'publish') AS published, count(*) FILTER (WHERE deed = 'return') AS returned,
    count(*) FILTER (WHERE deed = 'reject') AS rejected, count(*) FILTER (WHERE deed = 'redact') AS redacted,
    count(*) FILTER (WHERE deed = 'remove') AS removed, count(*) FILTER (WHERE deed = 'uphold') AS upheld FROM decided
) d, LATERAL (VALUES ('held', held), ('published', published), ('returned', returned), ('rejected', rejected),
  ('redacted', redacted), ('removed', removed), ('appealsUpheld', upheld)) v(what, value)
UNION ALL
SELECT 'moderated', 'all', 'medianHours', round((percentile_cont(0.5) WITHIN GROUP (ORDER BY hours))::numeric, 1) FROM (
  SELECT extract(epoch FROM min("decidedAt") - "openedAt") / 3600 AS hours FROM decided WHERE kind = 'pre_moderation' GROUP BY "caseId", "openedAt") w
UNION ALL
SELECT 'moderated by reason', reason, 'count', n FROM reasons WHERE n >= 5
UNION ALL
SELECT 'moderated by reason', 'others', 'count', sum(n) FROM reasons WHERE n < 5 HAVING count(*) > 0
UNION ALL
SELECT 'unanswered', name, 'comments', comments FROM open_themes
UNION ALL
SELECT 'answered', 'all', 'answers', count(DISTINCT a.id) FROM answers a JOIN answer_revisions r ON r."answerId" = a.id
WHERE a."strategyId" = $2 AND r."publishedAt" IS NOT NULL
UNION ALL
SELECT 'place', area, what, value FROM (
  SELECT 'here' AS area, sum(population) AS people, sum(rural) / sum(population) AS rural, sum(by_sea)::float / sum(population) AS coast FROM here WHERE mine
  UNION ALL
  SELECT 'england', sum(population), sum(rural) / sum(population), sum(by_sea)::float / sum(population) FROM here
) p, LATERAL (VALUES ('people', people::float), ('rural', rural), ('coast', coast)) v(what, value)
UNION ALL
SELECT 'residents', name, 'people', population FROM here WHERE mine
UNION ALL
SELECT 'work', CASE area WHEN 'england' THEN area ELSE 'here' END, what, value::float / total FROM shares, LATERAL (VALUES
  ('foundational', foundational), ('foundational in part', foundational_part), ('low paid', low), ('low paid in part', low_part)) v(what, value)
UNION ALL
SELECT 'jobs', name, 'here', employment FROM jobs WHERE area = $1 AND "partOf" IS NULL AND employment > 0
UNION ALL
SELECT 'pay', 'lowest', 'pounds', min(m.pounds) FROM here JOIN median_pay m ON m."districtId" = here.id AND m.year = 2019 WHERE mine
UNION ALL
SELECT 'pay', 'highest', 'pounds', max(m.pounds) FROM here JOIN median_pay m ON m."districtId" = here.id AND m.year = 2019 WHERE mine
UNION ALL
SELECT 'pay', 'england', 'pounds', percentile_cont(0.5) WITHIN GROUP (ORDER BY m.pounds) FROM median_pay m
JOIN districts d ON d.id = m."districtId" WHERE m.year = 2019 AND m.pounds IS NOT NULL
ORDER BY 1, 2, 3
