import type pg from "pg";
import { findPlanted } from "@/e2e/privacy/planted-text";
import { connect } from "@/e2e/support/database";

/** Every table, column by column: "comments.text: published". Reads all of the database once. */
export async function findInTables(planted: Record<string, string>): Promise<Set<string>> {
  return withDatabase(async (client) => {
    const { rows: tables } = await client.query<{ name: string; shown: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name, tablename AS shown FROM pg_tables
       WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
    );
    const found = new Set<string>();
    for (const { name, shown } of tables) {
      const { rows } = await client.query<{ row: Record<string, unknown>; rowText: string }>(
        `SELECT to_jsonb(t) AS row, t::text AS "rowText" FROM ${name} t`,
      );
      for (const { row, rowText } of rows) {
        if (findPlanted(rowText, planted).length === 0) continue;
        for (const [column, value] of Object.entries(row)) {
          for (const what of findPlanted(JSON.stringify(value) ?? "", planted))
            found.add(`${shown}.${column}: ${what}`);
        }
      }
    }
    return found;
  });
}

/** What PostgreSQL itself wrote down. */
export const readDatabaseLog = () =>
  withDatabase(async (client) => {
    const { rows } = await client.query<{ text: string }>("SELECT pg_read_file('server.log') AS text");
    return rows[0]?.text ?? "";
  });

async function withDatabase<Result>(work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = await connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
