import type { KeyObject } from "node:crypto";
import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { migrate, migrationNames } from "@/lib/database/migrations";
import { migrateJobs } from "@/lib/jobs/runner";
import { createByteReader, decryptChunks, InvalidBackup } from "@/scripts/ops/backup/encrypted-chunks";
import { columnsOf, listForeignKeys, listTables, type Table } from "@/scripts/ops/backup/tables";
import type { RecordHeader } from "@/scripts/ops/backup/writer";

export type RestoreResult = { madeAt: string; tables: number; rows: number };
type ByteReader = (length: number) => Promise<Buffer | null>;

/**
 * Puts a backup into an empty database, all or nothing, and brings it up to the migrations of today.
 * @param identity the private key of the recipient it was sealed for
 * @throws InvalidBackup (cut off, changed, another key), Error (the database holds data, or a newer version made the file)
 */
export async function readBackup(
  databaseUrl: string,
  file: string,
  identity: KeyObject | null = null,
): Promise<RestoreResult> {
  const decrypted = Readable.from(decryptChunks(createReadStream(file), identity));
  const unzipped = createGunzip();
  decrypted.on("error", (error) => unzipped.destroy(error)).pipe(unzipped);
  const take = createByteReader(unzipped);
  const header = await readHeader(take); // read before the database is touched: a wrong key changes nothing
  if (header.is !== "backup") throw new InvalidBackup("This file does not start like a backup.");
  const unknown = header.migrations.filter((name) => !migrationNames().includes(name));
  if (unknown.length > 0)
    throw new Error(`A newer version made this backup: ${unknown.join(", ")} is not known in this version.`);
  await requireEmpty(databaseUrl);
  await migrate(databaseUrl, header.migrations);
  await migrateJobs(databaseUrl);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("BEGIN");
    const restored = await fill(client, take);
    await client.query("COMMIT");
    await migrate(databaseUrl);
    await client.query("ANALYZE");
    return { madeAt: header.madeAt, ...restored };
  } finally {
    unzipped.destroy();
    await client.end(); // what is not committed is undone
  }
}

async function fill(client: pg.Client, take: ByteReader): Promise<{ tables: number; rows: number }> {
  await client.query("SET LOCAL timezone = 'UTC'; SET LOCAL datestyle = 'ISO'");
  const known = new Map((await listTables(client)).map((table) => [table.name, table]));
  // the rows went through the triggers when they were first written
  for (const name of known.keys()) await client.query(`ALTER TABLE ${name} DISABLE TRIGGER USER`);
  // tables point at each other both ways: the keys are checked once all rows are there
  const keys = await listForeignKeys(client);
  for (const { table, name } of keys) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  const restored = { tables: 0, rows: 0 };
  for (let found = await readHeader(take); found.is !== "end"; found = await readHeader(take)) {
    if (found.is !== "table" || !known.has(found.name)) throw new InvalidBackup("This backup is not in order.");
    restored.rows += await fillTable(client, take, found);
    restored.tables++;
  }
  if ((await take(1)) !== null) throw new InvalidBackup("This backup was changed: there is data after its end.");
  for (const { table, name, definition } of keys)
    await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`);
  for (const name of known.keys()) await client.query(`ALTER TABLE ${name} ENABLE TRIGGER USER`);
  await unlockJobs(client);
  return restored;
}

async function fillTable(client: pg.Client, take: ByteReader, table: Table): Promise<number> {
  let expectedRows = -1;
  async function* rows() {
    for (let found = await readHeader(take); ; found = await readHeader(take)) {
      if (found.is === "rows") yield await readExactly(take, found.bytes);
      else if (found.is === "end of table") {
        expectedRows = found.rows;
        return;
      } else throw new InvalidBackup("This backup is not in order.");
    }
  }
  const into = client.query(copyFrom(`COPY ${table.name} (${columnsOf(table)}) FROM STDIN`));
  await pipeline(rows, into);
  if (into.rowCount !== expectedRows)
    throw new InvalidBackup(`${table.name}: ${into.rowCount} rows of ${expectedRows} were restored.`);
  return expectedRows;
}

/** Jobs that were being done when the backup was made are to be done; new ones get numbers after the old. */
async function unlockJobs(client: pg.Client): Promise<void> {
  await client.query(`
    UPDATE graphile_worker._private_jobs SET locked_at = NULL, locked_by = NULL;
    UPDATE graphile_worker._private_job_queues SET locked_at = NULL, locked_by = NULL;
    SELECT setval(pg_get_serial_sequence(t, 'id'), m) FROM (
      SELECT 'graphile_worker._private_jobs' AS t, max(id) AS m FROM graphile_worker._private_jobs UNION ALL
      SELECT 'graphile_worker._private_job_queues', max(id) FROM graphile_worker._private_job_queues UNION ALL
      SELECT 'graphile_worker._private_tasks', max(id) FROM graphile_worker._private_tasks) s WHERE m IS NOT NULL`);
}

async function requireEmpty(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    for (const { name } of await listTables(client)) {
      const { rowCount } = await client.query(`SELECT FROM ${name} LIMIT 1`);
      if (rowCount)
        throw new Error(`The database is not empty (${name}). Restore into an empty one. Nothing was changed.`);
    }
  } finally {
    await client.end();
  }
}

async function readHeader(take: ByteReader): Promise<RecordHeader> {
  const length = await readExactly(take, 4);
  return JSON.parse((await readExactly(take, length.readUInt32BE())).toString("utf8")) as RecordHeader;
}

async function readExactly(take: ByteReader, length: number): Promise<Buffer> {
  const bytes = await take(length);
  if (!bytes) throw new InvalidBackup("This backup is cut off: its end is missing.");
  return bytes;
}
