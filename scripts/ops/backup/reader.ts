import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { migrate, migrationNames } from "@/lib/database/migrations";
import { migrateJobs } from "@/lib/jobs/schedule";
import { NotWhole, openChunks, taker } from "@/scripts/ops/backup/encrypted-chunks";
import { columnsOf, listKeys, listTables, type Table } from "@/scripts/ops/backup/tables";
import type { Mark } from "@/scripts/ops/backup/writer";

export type Restored = { madeAt: string; tables: number; rows: number };
type Take = (length: number) => Promise<Buffer | null>;

/**
 * Puts a backup into an empty database, all or nothing, and brings it up to the migrations of today.
 * @throws NotWhole (cut off, changed, another key), Error (the database holds data, or a newer version made the file)
 */
export async function readBackup(databaseUrl: string, file: string): Promise<Restored> {
  const opened = Readable.from(openChunks(createReadStream(file)));
  const packed = createGunzip();
  opened.on("error", (error) => packed.destroy(error)).pipe(packed);
  const take = taker(packed);
  const begin = await nextMark(take); // read before the database is touched: a wrong key changes nothing
  if (begin.is !== "backup") throw new NotWhole("This backup does not begin as one.");
  const unknown = begin.migrations.filter((name) => !migrationNames().includes(name));
  if (unknown.length > 0) throw new Error(`A newer version made this backup: ${unknown.join(", ")} is not known here.`);
  await refuseData(databaseUrl);
  await migrate(databaseUrl, begin.migrations);
  await migrateJobs(databaseUrl);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("BEGIN");
    const filled = await fill(client, take);
    await client.query("COMMIT");
    await migrate(databaseUrl);
    await client.query("ANALYZE");
    return { madeAt: begin.madeAt, ...filled };
  } finally {
    packed.destroy();
    await client.end(); // what is not committed is undone
  }
}

async function fill(client: pg.Client, take: Take): Promise<{ tables: number; rows: number }> {
  await client.query("SET LOCAL timezone = 'UTC'; SET LOCAL datestyle = 'ISO'");
  const known = new Map((await listTables(client)).map((table) => [table.name, table]));
  // the rows went through the triggers when they were first written
  for (const name of known.keys()) await client.query(`ALTER TABLE ${name} DISABLE TRIGGER USER`);
  // tables point at each other both ways: the keys are looked at once all rows are there
  const keys = await listKeys(client);
  for (const { table, name } of keys) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  const filled = { tables: 0, rows: 0 };
  for (let found = await nextMark(take); found.is !== "end"; found = await nextMark(take)) {
    if (found.is !== "table" || !known.has(found.name)) throw new NotWhole("This backup is not in order.");
    filled.rows += await fillTable(client, take, found);
    filled.tables++;
  }
  if ((await take(1)) !== null) throw new NotWhole("This backup was changed: something follows its end.");
  for (const { table, name, definition } of keys)
    await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`);
  for (const name of known.keys()) await client.query(`ALTER TABLE ${name} ENABLE TRIGGER USER`);
  await freeJobs(client);
  return filled;
}

async function fillTable(client: pg.Client, take: Take, table: Table): Promise<number> {
  let said = -1;
  async function* rows() {
    for (let found = await nextMark(take); ; found = await nextMark(take)) {
      if (found.is === "rows") yield await must(take, found.bytes);
      else if (found.is === "end of table") {
        said = found.rows;
        return;
      } else throw new NotWhole("This backup is not in order.");
    }
  }
  const into = client.query(copyFrom(`COPY ${table.name} (${columnsOf(table)}) FROM STDIN`));
  await pipeline(rows, into);
  if (into.rowCount !== said) throw new NotWhole(`${table.name}: ${into.rowCount} rows of ${said} came back.`);
  return said;
}

/** Jobs that were being done when the backup was made are to be done; new ones get numbers after the old. */
async function freeJobs(client: pg.Client): Promise<void> {
  await client.query(`
    UPDATE graphile_worker._private_jobs SET locked_at = NULL, locked_by = NULL;
    UPDATE graphile_worker._private_job_queues SET locked_at = NULL, locked_by = NULL;
    SELECT setval(pg_get_serial_sequence(t, 'id'), m) FROM (
      SELECT 'graphile_worker._private_jobs' AS t, max(id) AS m FROM graphile_worker._private_jobs UNION ALL
      SELECT 'graphile_worker._private_job_queues', max(id) FROM graphile_worker._private_job_queues UNION ALL
      SELECT 'graphile_worker._private_tasks', max(id) FROM graphile_worker._private_tasks) s WHERE m IS NOT NULL`);
}

async function refuseData(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    for (const { name } of await listTables(client)) {
      const { rowCount } = await client.query(`SELECT FROM ${name} LIMIT 1`);
      if (rowCount)
        throw new Error(`The database is not empty (${name}). Restore into an empty one: nothing was changed.`);
    }
  } finally {
    await client.end();
  }
}

async function nextMark(take: Take): Promise<Mark> {
  const length = await must(take, 4);
  return JSON.parse((await must(take, length.readUInt32BE())).toString("utf8")) as Mark;
}

async function must(take: Take, length: number): Promise<Buffer> {
  const bytes = await take(length);
  if (!bytes) throw new NotWhole("This backup is cut off: its end is missing.");
  return bytes;
}
