import type pg from "pg";
import type { Scene } from "@/e2e/permissions/fixtures/make-fixtures";
import { patience } from "@/e2e/permissions/request";

/** Rows of any table, each as "table (what it holds)". */
export type State = Set<string>;

/** What the rows of the scene are known by. What is everybody's, and the spares, are not of it. */
export function idsOf(scene: Scene): string[] {
  const left = { tokens: {}, words: {}, version: "", paragraph: "", thread: "", shown: "", spares: [] };
  const marks = JSON.stringify({ ...scene, ...left });
  return [...marks.matchAll(/"([A-Za-z0-9_-]{20,})"/g)].map(([, id = ""]) => id);
}

let asked: string | undefined;

/** Every row, in any table, that names one of these. */
export async function stateOf(client: pg.Client, ids: readonly string[]): Promise<State> {
  asked ??= await questionFor(client);
  const { rows } = await client.query<{ row: string }>(asked, [ids]);
  return new Set(rows.map(({ row }) => row));
}

async function questionFor(client: pg.Client): Promise<string> {
  const { rows: tables } = await client.query<{ name: string; where: string }>(
    `SELECT table_name AS name, string_agg(
       format(CASE data_type WHEN 'text' THEN '%I = ANY($1)' ELSE 'encode(%I, ''hex'') = ANY($1)' END, column_name), ' OR ') AS where
     FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND (data_type = 'text' OR column_name = 'ownerIndex')
     GROUP BY 1`,
  );
  const parts = tables.map(({ name, where }) => {
    const own = name === "cases" ? `(${where}) AND kind <> 'second_look'` : where; // a job draws those, meanwhile
    const row = name === "sessions" ? "(to_jsonb(t) - 'seenAt')" : "t"; // whoever asks is seen
    return `SELECT '${name} ' || ${row}::text AS row FROM "${name}" t WHERE ${own}`;
  });
  return parts.join(" UNION ALL ");
}

/** The tables in which rows that name one of these are not as before; without ids, any rows. */
export function differences(before: State, after: State, ids?: readonly string[]): string[] {
  const changed = [...before, ...after].filter((row) => !(before.has(row) && after.has(row)));
  const theirs = ids ? changed.filter((row) => ids.some((id) => row.includes(id))) : changed;
  return [...new Set(theirs.map((row) => row.split(" ", 1)[0] ?? ""))];
}

/** Waits for what deeds began in the background. */
export async function untilJobsAreDone(client: pg.Client, ids: readonly string[]): Promise<void> {
  const end = Date.now() + patience;
  const left = `SELECT FROM graphile_worker._private_jobs
    WHERE run_at <= now() AND attempts < max_attempts AND payload::text LIKE ANY($1)`;
  while ((await client.query(left, [ids.map((id) => `%${id}%`)])).rowCount) {
    if (Date.now() > end) throw new Error("A job that a deed began is not done within a minute.");
    await new Promise((done) => setTimeout(done, 50));
  }
}
