import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { startEmbedded } from "@/lib/database/embedded-postgres";
import { setUpDatabase } from "@/prisma/seed/database-setup";
import { testDataFolder } from "@/scripts/test/data-folder";
import { isRunning } from "@/scripts/test/end-once";

const inUseLock = 1; // held by every run for as long as it lasts
const buildingLock = 2; // held by the run that makes the template

export type TestCluster = { url: string; template: string; leave: () => Promise<void> };

/**
 * The embedded PostgreSQL of the tests, with a template database that has all migrations and seeds. Several runs
 * at once share it; the last to leave stops it.
 */
export async function joinTestCluster(folder = testDataFolder("test")): Promise<TestCluster> {
  for (let attempt = 1; ; attempt++) {
    const { url } = await startEmbedded(folder);
    const client = new pg.Client({ connectionString: url });
    client.on("error", () => {}); // stopped meanwhile: the next query fails
    try {
      await client.connect();
      await client.query("SELECT pg_advisory_lock_shared($1)", [inUseLock]);
      await disableDurability(client);
      const template = await makeTemplate(client, url);
      return { url, template, leave: () => leaveCluster(client) };
    } catch (error) {
      await client.end().catch(() => {});
      // another run was stopping it just now
      const code = (error as { code?: string }).code ?? "";
      if (attempt === 5 || !/^(57P|ECONN)/.test(code)) throw error;
      await sleep(500);
    }
  }
}

/** The address of another database of the same cluster. */
export function databaseUrl(clusterUrl: string, name: string): string {
  const url = new URL(clusterUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** What tests write may be lost: nothing waits for the disk. */
async function disableDurability(client: pg.Client): Promise<void> {
  for (const setting of ["fsync", "synchronous_commit", "full_page_writes"])
    await client.query(`ALTER SYSTEM SET ${setting} = off`);
  await client.query("ALTER SYSTEM SET max_wal_size = '256MB'"); // the folder may be in memory
  await client.query("SELECT pg_reload_conf()");
}

async function makeTemplate(client: pg.Client, url: string): Promise<string> {
  const hash = sourcesHash();
  const template = `template_${hash}`;
  const draft = `draft_${hash}`;
  await client.query("SELECT pg_advisory_lock($1)", [buildingLock]);
  try {
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [template]);
    if (rowCount) return template;
    await client.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${draft}`);
    await setUpDatabase(databaseUrl(url, draft));
    await client.query(`ALTER DATABASE ${draft} RENAME TO ${template}`);
    return template;
  } finally {
    await client.query("SELECT pg_advisory_unlock($1)", [buildingLock]);
  }
}

/** Changes whenever something that the template is made from does. */
function sourcesHash(): string {
  const hash = createHash("sha256");
  for (const folder of [join("prisma", "migrations"), join("prisma", "reference"), join("prisma", "seed")]) {
    for (const file of readdirSync(folder, { recursive: true, withFileTypes: true }).sort(byPath)) {
      if (file.isFile())
        hash.update(join(file.parentPath, file.name)).update(readFileSync(join(file.parentPath, file.name)));
    }
  }
  for (const file of [join("lib", "jobs", "runner.ts"), "package-lock.json"])
    if (existsSync(file)) hash.update(readFileSync(file));
  return hash.digest("hex").slice(0, 16);
}

const byPath = (a: { parentPath: string; name: string }, b: { parentPath: string; name: string }) =>
  join(a.parentPath, a.name) < join(b.parentPath, b.name) ? -1 : 1;

async function leaveCluster(client: pg.Client): Promise<void> {
  await client.query("SELECT pg_advisory_unlock_shared($1)", [inUseLock]);
  const { rows } = await client.query<{ alone: boolean }>("SELECT pg_try_advisory_lock($1) AS alone", [inUseLock]);
  if (rows[0]?.alone) {
    await dropLeftovers(client);
    const { rows: lock } = await client.query<{ text: string }>("SELECT pg_read_file('postmaster.pid') AS text");
    await stopServer(Number.parseInt(lock[0]?.text ?? "", 10));
  }
  await client.end().catch(() => {});
}

/** Databases of runs that were cut off, and templates of yesterday's migrations. */
async function dropLeftovers(client: pg.Client): Promise<void> {
  const currentTemplate = `template_${sourcesHash()}`;
  const { rows } = await client.query<{ datname: string }>(
    "SELECT datname FROM pg_database WHERE datname ~ '^(test|draft|template)_' AND datname <> $1",
    [currentTemplate],
  );
  for (const { datname } of rows) await client.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`);
}

/** A fast shutdown, waited for. */
async function stopServer(pid: number): Promise<void> {
  process.kill(pid, "SIGINT");
  for (let tries = 0; tries < 300; tries++) {
    if (!isRunning(pid)) return;
    await sleep(50);
  }
}
