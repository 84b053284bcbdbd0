import { join } from "node:path";
import pg from "pg";
import { findIn } from "@/e2e/privacy/planted-text";
import { startEmbedded } from "@/lib/database/embedded-postgres";

/** Every table, column by column: "comments.text: published". Reads the whole database once. */
export async function findInTables(planted: Record<string, string>): Promise<Set<string>> {
  return inDatabase(async (client) => {
    const { rows: tables } = await client.query<{ name: string; shown: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name, tablename AS shown FROM pg_tables
       WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
    );
    const found = new Set<string>();
    for (const { name, shown } of tables) {
      const { rows } = await client.query<{ row: Record<string, unknown>; whole: string }>(
        `SELECT to_jsonb(t) AS row, t::text AS whole FROM ${name} t`,
      );
      for (const { row, whole } of rows) {
        if (findIn(whole, planted).length === 0) continue;
        for (const [column, value] of Object.entries(row)) {
          for (const what of findIn(JSON.stringify(value) ?? "", planted)) found.add(`${shown}.${column}: ${what}`);
        }
      }
    }
    return found;
  });
}

/** What PostgreSQL itself wrote down. */
export const databaseLog = () =>
  inDatabase(async (client) => {
    const { rows } = await client.query<{ text: string }>("SELECT pg_read_file('server.log') AS text");
    return rows[0]?.text ?? "";
  });

async function inDatabase<Answer>(work: (client: pg.Client) => Promise<Answer>): Promise<Answer> {
  const { url } = await startEmbedded(join(".data", "e2e"));
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
