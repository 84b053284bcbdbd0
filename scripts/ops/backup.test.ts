import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyChains } from "@/lib/audit/verification.queries";
import { db } from "@/lib/database/client";
import { addJob } from "@/lib/jobs/queue";
import { decideCase } from "@/lib/moderation/decisions/decision.commands";
import { readBackup } from "@/scripts/ops/backup/reader";
import { createBackupKey, parseIdentity, parseRecipient } from "@/scripts/ops/backup/recipient-key";
import { listTables } from "@/scripts/ops/backup/tables";
import { writeBackup } from "@/scripts/ops/backup/writer";
import { runSql } from "@/scripts/setup/run-sql";
import { createTestDatabase } from "@/scripts/test/database";
import { databaseUrl } from "@/scripts/test/database-cluster";
import { makeRep, openStrategy, publishDecision, sendHeldComment } from "@/scripts/test/factories";

const database = await createTestDatabase();
const folder = mkdtempSync(join(tmpdir(), "backup-"));
const file = join(folder, "backup");
const name = `${new URL(database.url).pathname.slice(1)}_back`;
const back = databaseUrl(database.url, name);

beforeAll(async () => {
  await openStrategy("cornwall-scilly");
  const rep = await makeRep("cornwall-scilly");
  for (const text of ["Tabs\tand \\ and\nlines", "🐦 emoji", "''; DROP TABLE comments; --", "\\N"]) {
    const { caseId } = await sendHeldComment("cornwall-scilly", { text });
    await decideCase(rep, caseId, publishDecision);
  }
  await db().$transaction((tx) => addJob(tx, "delete-expired", {}));
  await writeBackup(database.url, file);
});
afterAll(async () => {
  await runSql<Record<string, unknown>>(database.url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await database.close();
  rmSync(folder, { recursive: true });
});

test("what comes back is what was there, in every table; it is sealed; a second one is refused", async () => {
  await fresh();
  const restored = await readBackup(back, file);
  const [before, after] = [await contents(database.url), await contents(back)];
  expect(after).toEqual(before);
  expect(restored.rows).toBe(Object.values(before).reduce((sum, { rows }) => sum + rows, 0));
  expect(readFileSync(file).includes("emoji")).toBe(false);
  await expect(readBackup(back, file)).rejects.toThrow("not empty");
  await expect(writeBackup(database.url, file)).rejects.toThrow("already exists");
  expect((await verifyChains()).flatMap(({ faults }) => faults)).toEqual([]);
  await expect(runSql(back, "DELETE FROM decisions")).rejects.toThrow("append-only");
});

test("sealed for a recipient, it opens with that private key and with nothing that the service has", async () => {
  const { recipient, identity } = createBackupKey();
  const sealed = join(folder, "for a recipient");
  await writeBackup(database.url, sealed, parseRecipient(recipient));
  await fresh();
  const stranger = createBackupKey().identity;
  await expect(readBackup(back, sealed)).rejects.toThrow("--identity");
  await expect(readBackup(back, sealed, parseIdentity(stranger))).rejects.toThrow("another key");
  await readBackup(back, sealed, parseIdentity(`# a comment\n${identity}\n`));
  expect(await contents(back)).toEqual(await contents(database.url));
  for (const wrong of ["", recipient, identity.slice(0, 30)]) expect(() => parseIdentity(wrong)).toThrow();
  for (const wrong of ["", identity, `${recipient}AA`]) expect(() => parseRecipient(wrong)).toThrow();
});

test("while comments come in, a backup holds one moment: no reply without its thread, counts that agree", async () => {
  let writing = true;
  const writer = (async () => {
    while (writing) await sendHeldComment("cornwall-scilly");
  })();
  const running = join(folder, "running");
  await writeBackup(database.url, running);
  writing = false;
  await writer;
  await fresh();
  await readBackup(back, running);
  const [counted] = await runSql<Record<string, unknown>>(
    back,
    `SELECT (SELECT count(*) FROM cases WHERE kind = 'pre_moderation' AND state = 'open')::int AS open_cases,
    (SELECT count(*) FROM comments WHERE state = 'held')::int AS held_comments`,
  );
  expect(counted?.open_cases).toBe(counted?.held_comments);
});

test("a file that is cut off, changed, or not one is refused, and nothing of it is kept", async () => {
  await fresh();
  const complete = readFileSync(file);
  const bad = join(folder, "bad");
  const flipped = (at: number) => {
    const bytes = Buffer.from(complete);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    return bytes;
  };
  const at = (share: number) => Math.floor(complete.length * share);
  const files = [0, 10, 45, at(0.1), at(0.5), complete.length - 1].map((length) => complete.subarray(0, length));
  files.push(
    ...[0, 30, 44, 50, at(0.3), at(0.7), complete.length - 1].map(flipped),
    Buffer.concat([complete, complete]),
  );
  for (const bytes of files) {
    writeFileSync(bad, bytes);
    await expect(readBackup(back, bad)).rejects.toThrow(/backup|key/);
  }
  const stored = await contents(back);
  expect(Object.values(stored).filter(({ rows }) => rows > 0)).toEqual([]);
});

/** Rows and a hash of them, by table; where jobs are locked does not count. */
async function contents(url: string): Promise<Record<string, { rows: number; hash: string }>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const all: Record<string, { rows: number; hash: string }> = {};
  for (const { name: table } of await listTables(client)) {
    const { rows } = await client.query<{ rows: number; hash: string }>(
      `SELECT count(*)::int AS rows, md5(coalesce(string_agg(t::text, ',' ORDER BY t::text), '')) AS hash FROM ${table} t`,
    );
    if (rows[0]) all[table] = rows[0];
  }
  await client.end();
  return all;
}

async function fresh(): Promise<void> {
  await runSql<Record<string, unknown>>(database.url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await runSql<Record<string, unknown>>(database.url, `CREATE DATABASE ${name} TEMPLATE template0`);
}
