import type pg from "pg";
import type { Fixtures } from "@/e2e/permissions/fixtures/make-fixtures";
import { requestTimeout } from "@/e2e/permissions/request";

/** Rows of any table, each as "table (what it holds)". */
export type DatabaseState = Set<string>;

/** What the rows of the fixtures are known by. What is everybody's, and the spares, are not of it. */
export function idsOf(fixtures: Fixtures): string[] {
  const excluded = {
    tokens: {},
    plantedText: {},
    version: "",
    paragraph: "",
    thread: "",
    publishedComment: "",
    spares: [],
  };
  const marks = JSON.stringify({ ...fixtures, ...excluded });
  return [...marks.matchAll(/"([A-Za-z0-9_-]{20,})"/g)].map(([, id = ""]) => id);
}

let rowsSql: string | undefined;

/** Every row, in any table, that names one of these. */
export async function readState(client: pg.Client, ids: readonly string[]): Promise<DatabaseState> {
  rowsSql ??= await rowsSqlFor(client);
  const { rows } = await client.query<{ row: string }>(rowsSql, [ids]);
  return new Set(rows.map(({ row }) => row));
}

async function rowsSqlFor(client: pg.Client): Promise<string> {
  const { rows: tables } = await client.query<{ name: string; where: string }>(
    `SELECT table_name AS name, string_agg(
       format(CASE data_type WHEN 'text' THEN '%I = ANY($1)' ELSE 'encode(%I, ''hex'') = ANY($1)' END, column_name), ' OR ') AS where
     FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND (data_type = 'text' OR column_name = 'ownerIndex')
     GROUP BY 1`,
  );
  const parts = tables.map(({ name, where }) => {
    const condition = name === "cases" ? `(${where}) AND kind <> 'second_look'` : where; // a job draws those, meanwhile
    const row = name === "sessions" ? "(to_jsonb(t) - 'seenAt')" : "t"; // whoever asks is seen
    return `SELECT '${name} ' || ${row}::text AS row FROM "${name}" t WHERE ${condition}`;
  });
  return parts.join(" UNION ALL ");
}

/** The tables in which rows that name one of these are not as before; without ids, any rows. */
export function changedTables(before: DatabaseState, after: DatabaseState, ids?: readonly string[]): string[] {
  const changed = [...before, ...after].filter((row) => !(before.has(row) && after.has(row)));
  const matching = ids ? changed.filter((row) => ids.some((id) => row.includes(id))) : changed;
  return [...new Set(matching.map((row) => row.split(" ", 1)[0] ?? ""))];
}

/** Waits for the jobs that actions started. */
export async function untilJobsAreDone(client: pg.Client, ids: readonly string[]): Promise<void> {
  const end = Date.now() + requestTimeout;
  const pendingSql = `SELECT FROM graphile_worker._private_jobs
    WHERE run_at <= now() AND attempts < max_attempts AND payload::text LIKE ANY($1)`;
  while ((await client.query(pendingSql, [ids.map((id) => `%${id}%`)])).rowCount) {
    if (Date.now() > end) throw new Error("A job that an action started is not done within a minute.");
    await new Promise((done) => setTimeout(done, 50));
  }
}
