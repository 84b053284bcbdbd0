import { afterAll, expect, test } from "vitest";
import { schemaSql } from "@/lib/database/migrations";
import { runSql } from "@/scripts/setup/run-sql";
import { createTestDatabase } from "@/scripts/test/database";
import { databaseUrl } from "@/scripts/test/database-cluster";

const migrated = await createTestDatabase();
afterAll(migrated.close);

test("the migrations make exactly the tables of the schema files", async () => {
  const name = `${new URL(migrated.url).pathname.slice(1)}_schema`;
  const bare = databaseUrl(migrated.url, name);
  await runSql(migrated.url, `CREATE DATABASE ${name} TEMPLATE template0`);
  try {
    await runSql(bare, `CREATE EXTENSION pg_trgm; ${await schemaSql(bare, "empty")}`);
    expect(await catalogue(migrated.url)).toEqual(await catalogue(bare));
  } finally {
    await runSql(migrated.url, `DROP DATABASE ${name} WITH (FORCE)`);
  }
});

/** What a database holds, as lines. Triggers, functions and how a column is generated are extras of the migrations, and left out. */
async function catalogue(url: string): Promise<string[]> {
  const rows = await runSql(
    url,
    `SELECT format('column %s.%s %s%s %s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
       CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END, pg_get_expr(d.adbin, d.adrelid)) AS line
     FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid LEFT JOIN pg_attrdef d ON (d.adrelid, d.adnum) = (c.oid, a.attnum) AND a.attgenerated = ''
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
     UNION ALL SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public'
     UNION ALL SELECT format('constraint %s on %s: %s', conname, conrelid::regclass, pg_get_constraintdef(oid))
     FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 'n'
     UNION ALL SELECT format('enum %s: %s', t.typname, string_agg(e.enumlabel, ', ' ORDER BY e.enumsortorder))
     FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid GROUP BY t.typname
     ORDER BY line`,
  );
  return rows.map(({ line }) => line ?? "").filter((line) => !line.includes("_prisma_migrations"));
}
