import type pg from "pg";

/** A table with the columns that hold something of their own: what the database computes is computed again. */
export type Table = { name: string; columns: string[] };

/** How SQL names them. `name` is quoted already, with its schema. */
export const columnsOf = ({ columns }: Table) =>
  columns.map((column) => `"${column.replaceAll('"', '""')}"`).join(", ");

/** What is backed up: all of ours, and the jobs that wait, by name. */
export async function listTables(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    SELECT format('%I.%I', n.nspname, c.relname) AS name,
      (SELECT array_agg(attname::text ORDER BY attnum) FROM pg_attribute a
        WHERE a.attrelid = c.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = '') AS columns
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind = 'r' AND (n.nspname = 'public' AND c.relname <> '_prisma_migrations'
      OR n.nspname = 'graphile_worker' AND c.relname IN ('_private_tasks', '_private_job_queues', '_private_jobs'))
    ORDER BY 1`);
  return rows;
}

/** A foreign key, as SQL defines it. */
export type ForeignKey = { table: string; name: string; definition: string };

export async function listForeignKeys(client: pg.ClientBase): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(`
    SELECT conrelid::regclass::text AS table, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
    FROM pg_constraint WHERE contype = 'f' AND connamespace::regnamespace::text IN ('public', 'graphile_worker') ORDER BY 1, 2`);
  return rows;
}

export async function listMigrations(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT migration_name AS name FROM _prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}
