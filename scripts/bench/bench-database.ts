import { randomBytes } from "node:crypto";
import { plainHash } from "@/lib/security/encryption";
import { setUpDatabase } from "@/prisma/seed/database-setup";
import { runProgram as runScript } from "@/scripts/setup/run-program";
import { runSql } from "@/scripts/setup/run-sql";

export const strategyId = "west-midlands";
/** The LEP whose summary is read: a third of the comments are under it. */
export const lepId = "black-country";

export type BenchDatabase = { url: string; threadPath: string; sessionToken: string; repToken: string };

/**
 * Makes a database anew with so many published comments, somebody signed in, and a rep.
 * @param perThread the first comment and its replies
 * @param cases that wait for the rep
 */
export async function createBenchDatabase(
  clusterUrl: string,
  name: string,
  comments: number,
  perThread = 50,
  cases = 0,
): Promise<BenchDatabase> {
  await runSql(clusterUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await runSql(clusterUrl, `CREATE DATABASE ${name}`);
  const url = new URL(clusterUrl);
  url.pathname = `/${name}`;
  await setUpDatabase(url.href);
  await runSql(url.href, commentsSql(comments / perThread, perThread));
  await runSql(url.href, releaseSql);
  const counting = await runScript(["--import", "tsx", "scripts/bench/summary-counts.ts", lepId, strategyId], {
    env: { DATABASE_URL: url.href },
  });
  if (counting.code !== 0) throw new Error(counting.output);
  const sessionToken = randomBytes(24).toString("base64url");
  const repToken = randomBytes(24).toString("base64url");
  await runSql(url.href, sessionSql("bench", sessionToken));
  await runSql(url.href, sessionSql("bench-rep", repToken));
  await runSql(url.href, casesSql(cases));
  await runSql(url.href, "VACUUM ANALYZE");
  const [thread] = await runSql(url.href, "SELECT id FROM threads ORDER BY id LIMIT 1");
  return { url: url.href, threadPath: `/strategies/${strategyId}/threads/${thread?.id}`, sessionToken, repToken };
}

// Random ids as ours are; about 350 characters a comment, all different; a week in each of the last fifty.
const commentsSql = (threads: number, perThread: number) => `
  CREATE FUNCTION pg_temp.new_id() RETURNS text VOLATILE LANGUAGE sql AS
    $$ SELECT substr(translate(replace(gen_random_uuid()::text, '-', ''), '0123', 'wxyz'), 1, 22) $$;
  UPDATE strategies SET phase = 'open', "opensAt" = now() - interval '1 year', "closesAt" = now() + interval '1 year'
    WHERE id = '${strategyId}';
  CREATE TEMP TABLE new_comments AS
    SELECT pg_temp.new_id() AS id, t.id AS thread_id, t.section_id, r > 1 AS is_reply, t.week, t.n * ${perThread} + r AS n
    FROM (
      SELECT n, pg_temp.new_id() AS id, s.id AS section_id, date_trunc('week', now() - n % 50 * interval '7 days')::date AS week
      FROM generate_series(0, ${threads - 1}) n
      JOIN (SELECT id, number, count(*) OVER () AS of FROM sections WHERE "strategyId" = '${strategyId}') s ON s.number = n % s.of + 1
    ) t, generate_series(1, ${perThread}) r;
  INSERT INTO participants (id, "strategyId", alias)
    SELECT 'p' || n, '${strategyId}', 'Bench person ' || n FROM generate_series(0, ${(threads * perThread) / 5}) n;
  INSERT INTO threads (id, "strategyId", "sectionId", week, "replyCount", support)
    SELECT thread_id, '${strategyId}', section_id, week, ${perThread - 1}, n % 997 / 1000.0 FROM new_comments WHERE NOT is_reply;
  INSERT INTO comments (id, "strategyId", "threadId", "isReply", "participantId", stance, state, text, week, "lepId", agrees, disagrees)
    SELECT id, '${strategyId}', thread_id, is_reply, 'p' || n % ${(threads * perThread) / 5}, (ARRAY['for', 'neutral', 'against', NULL])[(n + n / ${perThread}) % 4 + 1]::"Stance", 'published',
      format('Number %s. The %s bus at %s minutes past never meets the shift, so half of us walk. ', n, n % 97, n % 60)
        || repeat('Pay, hours and a way to work that we can rely on would help more than a new road. ', 1 + n % 5),
      week, leps.ids[n % cardinality(leps.ids) + 1], n % 40, n % 7
    FROM new_comments, (SELECT array_agg("bodyId") AS ids FROM strategy_bodies JOIN bodies ON bodies.id = "bodyId"
      WHERE "strategyId" = '${strategyId}' AND "isCounted") leps;
  INSERT INTO revisions ("commentId", number, "versionId", text)
    SELECT c.id, 1, v.id, c.text FROM comments c, (SELECT id FROM versions WHERE "strategyId" = '${strategyId}' LIMIT 1) v;
  INSERT INTO comment_themes ("commentId", "themeId")
    SELECT c.id, t.id FROM new_comments c
    JOIN (SELECT id, row_number() OVER (ORDER BY id) - 1 AS at, count(*) OVER () AS of FROM themes) t ON t.at = (c.n + c.n / ${perThread}) % t.of;
  SELECT 1`;

// A release with every cell shown: the largest that this LEP can have. Its figures do not matter here.
const releaseSql = `
  INSERT INTO releases (id, "lepId", number, method, parameters, note, family, cells)
  SELECT 'bench', '${lepId}', 1, '1', '{}', '', jsonb_build_object('themes', '["people"]'::jsonb, 'sectors', '["care"]'::jsonb, 'districts', jsonb_agg(DISTINCT d)),
    jsonb_agg(jsonb_build_array(t, s, d, 10))
  FROM unnest('{any,ideas,people,infrastructure,business-environment,places,other}'::text[]) t,
    unnest('{all,care,shops,hospitality,support,services,schools,transport,land,government,making,building,offices,not-given}'::text[]) s,
    (SELECT 'all' AS d UNION SELECT "districtId" FROM body_districts WHERE "bodyId" = '${lepId}' AND vintage = '2021') districts`;

const sessionSql = (id: string, token: string) => `
  INSERT INTO accounts (id) VALUES ('${id}');
  INSERT INTO sessions (id, "tokenHash", "accountId", "endsAt", "steppedUpAt")
    VALUES ('${id}', '\\x${Buffer.from(plainHash(token)).toString("hex")}', '${id}', now() + interval '1 day', now())`;

// deadlines from two days ago to three days on, a tenth of the cases reported ones
const casesSql = (cases: number) => `
  INSERT INTO grants (id, "accountId", role, "bodyId", "unionId") VALUES ('bench', 'bench-rep', 'rep', '${strategyId}', 'unison');
  INSERT INTO cases (id, kind, "strategyId", "areaId", "commentId", revision, "dueAt")
    SELECT 'case-' || id, CASE WHEN n % 10 = 0 THEN 'report' ELSE 'check' END::"CaseKind", '${strategyId}', '${strategyId}', id, 1,
      now() - interval '2 days' + n % 7200 * interval '1 minute'
    FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM comments LIMIT ${cases}) c`;
