import { createHash, randomBytes } from "node:crypto";
import type { BrowserContext } from "@playwright/test";
import pg from "pg";
import { startEmbedded } from "@/lib/database/embedded-postgres";
import { testDataFolder } from "@/scripts/test/data-folder";

/**
 * Puts so many new comments into the West Midlands queue, the most urgent of all, as if they had just been sent: each
 * by somebody new, who works in transport in Dudley.
 * @param only for one rep, and of one kind, so that tests at the same time do not fill one another's page
 */
export async function addCases(
  mark: string,
  count: number,
  only: { label: string; kind: "pre_moderation" | "check" } = { label: "", kind: "pre_moderation" },
): Promise<void> {
  await runSql(`
    CREATE TEMP TABLE made AS
      SELECT n, '${mark}-' || n AS id, (SELECT id FROM sections WHERE "strategyId" = 'west-midlands' AND number = 1) AS section
      FROM generate_series(1, ${count}) n;
    INSERT INTO participants (id, "strategyId", alias) SELECT id, 'west-midlands', 'Queue ' || id FROM made;
    INSERT INTO threads (id, "strategyId", "sectionId") SELECT id, 'west-midlands', section FROM made;
    INSERT INTO comments (id, "strategyId", "threadId", "participantId", "districtId", "sectorId")
      SELECT id, 'west-midlands', id, id, 'E08000027', 'H' FROM made;
    INSERT INTO revisions ("commentId", number, "versionId", text)
      SELECT made.id, 1, versions.id, 'The ' || n || ' o’clock bus of ${mark} came late again.'
      FROM made, versions WHERE "strategyId" = 'west-midlands' AND versions.number = 1;
    INSERT INTO cases (id, kind, "strategyId", "areaId", "commentId", revision, "assignedAccountId", "dueAt")
      SELECT id, '${only.kind}', 'west-midlands', 'west-midlands', id, 1,
        (SELECT id FROM accounts WHERE label = '${only.label}'), (SELECT min("dueAt") FROM cases) - interval '1 minute' + n * interval '1 ms'
      FROM made`);
}

/** Notifies ten times a second that the West Midlands queue has changed, as on a busy evening, until it is stopped. */
export async function startQueueChanges(): Promise<{ stop: () => Promise<void> }> {
  const client = await connect();
  let lastNotification: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    lastNotification = lastNotification.then(() => client.query("SELECT pg_notify('queue', 'west-midlands')"));
  }, 100);
  return {
    stop: async () => {
      clearInterval(timer);
      await lastNotification;
      await client.end();
    },
  };
}

/** Makes a rep of the West Midlands of this test's own. */
export async function addRep(label: string, unionId: string): Promise<void> {
  await runSql(`
    INSERT INTO accounts (id, label) VALUES ('${label}', '${label}');
    INSERT INTO grants (id, "accountId", role, "bodyId", "unionId") VALUES ('${label}', '${label}', 'rep', 'west-midlands', '${unionId}')`);
}

/** How many of them are in each state. Those that are ready count as published: an edition of another test may do that. */
export async function countByState(mark: string): Promise<Record<string, number>> {
  const rows = await runSql(
    `SELECT CASE state WHEN 'ready' THEN 'published' ELSE state::text END AS state, count(*)::int AS n
      FROM comments WHERE id LIKE '${mark}-%' GROUP BY 1 ORDER BY 1`,
  );
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]));
}

/** Lets the browser in as one of the cast without a mail, for those would soon be too many. @param label "Rep 1 (Unite)" */
export const startSessionAs = (context: BrowserContext, label: string, url: string): Promise<void> =>
  insertSession(context, `id, NULL FROM accounts WHERE label = '${label}'`, url);

/** Lets the browser in as one participant, as their receipt would. */
export const startSessionByReceipt = (context: BrowserContext, participantId: string, url: string): Promise<void> =>
  insertSession(context, `NULL, '${participantId}'`, url);

async function insertSession(context: BrowserContext, owner: string, url: string): Promise<void> {
  const token = randomBytes(20).toString("hex");
  const hash = createHash("sha256").update(token).digest("hex");
  await runSql(`
    INSERT INTO sessions (id, "tokenHash", "endsAt", "steppedUpAt", "accountId", "participantId")
    SELECT '${randomBytes(11).toString("hex")}', '\\x${hash}', now() AT TIME ZONE 'UTC' + interval '1 hour', now() AT TIME ZONE 'UTC', ${owner}`);
  await context.addCookies([{ name: "session", value: token, url }]);
}

/** Runs SQL on the demonstration that the tests talk to. */
export async function runSql(sql: string): Promise<{ state: string; n: number }[]> {
  const client = await connect();
  try {
    const result: pg.QueryResult | pg.QueryResult[] = await client.query(sql);
    return Array.isArray(result) ? [] : result.rows;
  } finally {
    await client.end();
  }
}

/** Where the demonstration that the tests talk to stores its database, and the settings of a program that opens it. */
export const dataFolder = testDataFolder("e2e");
export const databaseSettings = { DATA_FOLDER: dataFolder, DATABASE_URL: "" };

let url: Promise<string> | undefined;

/** The address of the database that the tests talk to. */
export const databaseUrl = (): Promise<string> => (url ??= startEmbedded(dataFolder).then((running) => running.url));

/** A connection to it, which the caller ends. */
export async function connect(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: await databaseUrl() });
  await client.connect();
  return client;
}
