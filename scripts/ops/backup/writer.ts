import type { KeyObject } from "node:crypto";
import { createWriteStream, existsSync, renameSync, rmSync } from "node:fs";
import { open, stat } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { encryptChunks } from "@/scripts/ops/backup/encrypted-chunks";
import { columnsOf, listMigrations, listTables } from "@/scripts/ops/backup/tables";

/** What separates the tables' rows: the beginning, a table, a number of bytes of its rows, its end, the end. */
export type RecordHeader =
  | { is: "backup"; madeAt: string; migrations: string[] }
  | { is: "table"; name: string; columns: string[] }
  | { is: "rows"; bytes: number }
  | { is: "end of table"; rows: number }
  | { is: "end"; tables: number };

export type WriteResult = { tables: number; rows: number; bytes: number };

/**
 * Writes all data as it is at one moment, while the service runs on. The file appears when it is complete and on the
 * disk; memory holds a chunk of it at a time.
 * @param recipient whose private key opens it; null seals it by SECRET_KEY
 * @throws when the file is there already
 */
export async function writeBackup(
  databaseUrl: string,
  file: string,
  recipient: KeyObject | null = null,
): Promise<WriteResult> {
  if (existsSync(file)) throw new Error(`${file} already exists. Choose another name.`);
  const draft = `${file}.partial`;
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const totals = { tables: 0, rows: 0 };
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const into = createWriteStream(draft, { mode: 0o600 });
    await pipeline(dump(client, totals), createGzip({ level: 6 }), (bytes) => encryptChunks(bytes, recipient), into);
    await client.query("COMMIT");
    await syncToDisk(draft);
    renameSync(draft, file);
    return { ...totals, bytes: (await stat(file)).size };
  } finally {
    rmSync(draft, { force: true });
    await client.end();
  }
}

async function* dump(client: pg.Client, totals: { tables: number; rows: number }): AsyncGenerator<Buffer> {
  // times as text mean the same wherever they are read
  await client.query("SET LOCAL timezone = 'UTC'; SET LOCAL datestyle = 'ISO'; SET LOCAL extra_float_digits = 3");
  const migrations = await listMigrations(client);
  yield encodeHeader({ is: "backup", madeAt: new Date().toISOString(), migrations });
  for (const table of await listTables(client)) {
    yield encodeHeader({ is: "table", name: table.name, columns: table.columns });
    const rows = client.query(copyTo(`COPY ${table.name} (${columnsOf(table)}) TO STDOUT`));
    for await (const bytes of rows as AsyncIterable<Buffer>) {
      yield encodeHeader({ is: "rows", bytes: bytes.length });
      yield bytes;
    }
    yield encodeHeader({ is: "end of table", rows: rows.rowCount });
    totals.tables++;
    totals.rows += rows.rowCount;
  }
  yield encodeHeader({ is: "end", tables: totals.tables });
}

/** Its length in four bytes, then JSON. */
function encodeHeader(header: RecordHeader): Buffer {
  const json = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(json.length);
  return Buffer.concat([length, json]);
}

async function syncToDisk(file: string): Promise<void> {
  const handle = await open(file, "r");
  await handle.sync();
  await handle.close();
}
