import type pg from "pg";

/** A table with the columns that hold something of their own: what the database computes is computed again. */
export type Table = { name: string; columns: string[]; after: string[] };

/** How SQL names them. `name` is quoted already, with its schema. */
export const columnsOf = ({ columns }: Table) =>
  columns.map((column) => `"${column.replaceAll('"', '""')}"`).join(", ");

/** What is backed up: all of ours, and the jobs that wait. Each table comes after those that it points at. */
export async function listTables(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    SELECT format('%I.%I', n.nspname, c.relname) AS name,
      (SELECT array_agg(attname::text ORDER BY attnum) FROM pg_attribute a
        WHERE a.attrelid = c.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = '') AS columns,
      (SELECT coalesce(array_agg(DISTINCT format('%I.%I', fn.nspname, f.relname)), '{}') FROM pg_constraint k
        JOIN pg_class f ON f.oid = k.confrelid JOIN pg_namespace fn ON fn.oid = f.relnamespace
        WHERE k.contype = 'f' AND k.conrelid = c.oid AND k.confrelid <> c.oid) AS after
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind = 'r' AND (n.nspname = 'public' AND c.relname <> '_prisma_migrations'
      OR n.nspname = 'graphile_worker' AND c.relname IN ('_private_tasks', '_private_job_queues', '_private_jobs'))
    ORDER BY 1`);
  return inOrder(rows);
}

/** @throws when tables point at each other in a circle */
function inOrder(tables: Table[]): Table[] {
  const ordered: Table[] = [];
  for (let waiting = tables; waiting.length > 0; ) {
    const names = new Set(waiting.map(({ name }) => name));
    const free = waiting.filter(({ after }) => !after.some((name) => names.has(name)));
    if (free.length === 0) throw new Error(`These tables point at each other: ${[...names].join(", ")}`);
    ordered.push(...free);
    waiting = waiting.filter((table) => !free.includes(table));
  }
  return ordered;
}

export async function listMigrations(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT migration_name AS name FROM _prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}
