import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type EmbeddedPostgres, startEmbedded } from "@/lib/database/embedded-postgres";

// One cluster, put through the failures that happen on other people's machines.
let folder = "";
let running: EmbeddedPostgres | undefined;
const data = () => join(folder, "postgres", "data");
const lock = () => join(data(), "postmaster.pid");
const pidOf = () => Number(readFileSync(lock(), "utf8").split("\n")[0]);

beforeAll(async () => {
  folder = newFolder();
  running = await startEmbedded(folder);
  await query("CREATE TABLE survivors AS SELECT 'here' AS value");
});
afterEach(async () => {
  expect(await query("SELECT value FROM survivors")).toBe("here");
});
afterAll(() => {
  running?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test("a second process joins, and does not stop what another started", async () => {
  const second = await startEmbedded(folder);
  expect(second).toMatchObject({ url: running?.url, startedHere: false });
  second.stop();
});

test("after a crash it starts again with all data", async () => {
  await crash();
  running = await startEmbedded(folder);
  expect(running.startedHere).toBe(true);
});

test("when its port is in use it takes another", async () => {
  const { port } = new URL(running?.url ?? "");
  running?.stop();
  const other = await occupy(Number(port));
  running = await startEmbedded(folder);
  expect(new URL(running.url).port).not.toBe(port);
  other.close();
});

test("a lock file that names an unrelated process is stale", async () => {
  await crash();
  const lines = readFileSync(lock(), "utf8").split("\n");
  writeFileSync(lock(), [String(process.pid), ...lines.slice(1)].join("\n")); // alive, and not PostgreSQL
  running = await startEmbedded(folder);
  expect(running.startedHere).toBe(true);
});

test("a lock file that names the server of another cluster is stale", async () => {
  const another = newFolder();
  const other = await startEmbedded(another);
  const otherPid = readFileSync(join(another, "postgres", "data", "postmaster.pid"), "utf8").split("\n")[0] ?? "";
  await crash();
  const lines = readFileSync(lock(), "utf8").split("\n");
  writeFileSync(lock(), [otherPid, ...lines.slice(1)].join("\n"));
  running = await startEmbedded(folder);
  expect(running.startedHere).toBe(true);
  expect(running.url).not.toBe(other.url);
  other.stop();
  rmSync(another, { recursive: true, force: true });
});

test("when it cannot start, the error says why and what to do", async () => {
  running?.stop();
  const settings = join(data(), "postgresql.conf");
  const validSettings = readFileSync(settings, "utf8");
  writeFileSync(settings, `${validSettings}\nno_such_setting = 1\n`);
  await expect(startEmbedded(folder)).rejects.toThrow(/did not start[\s\S]*no_such_setting[\s\S]*DATABASE_URL/);
  writeFileSync(settings, validSettings);
  running = await startEmbedded(folder);
});

test.runIf(userInfo().uid === 0)("an ordinary user can run one", () => {
  const home = newFolder();
  chmodSync(home, 0o777);
  const script = `const { startEmbedded } = await import("@/lib/database/embedded-postgres");
    const { startedHere, stop } = await startEmbedded(${JSON.stringify(join(home, "data"))});
    stop();
    console.log(process.getuid(), startedHere);`;
  const env = { ...process.env, NODE_ENV: "test" as const, HOME: home, TMPDIR: home };
  const args = ["--import", "tsx", "--input-type=module", "-e", script];
  const result = spawnSync(process.execPath, args, { uid: 65_534, gid: 65_534, env, encoding: "utf8" });
  expect(result.stderr + result.stdout).toBe("65534 true\n");
  rmSync(home, { recursive: true, force: true });
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "embedded-"));
  chmodSync(folder, 0o755); // PostgreSQL's own user has to read it
  return folder;
}

async function query(sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: running?.url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return Object.values(rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

/** Kills the server with SIGKILL, as the kernel does when memory runs out. */
async function crash(): Promise<void> {
  const pid = pidOf();
  process.kill(pid, "SIGKILL");
  const isRunning = () => spawnSync("kill", ["-0", String(pid)]).status === 0;
  while (isRunning()) await sleep(20);
}

function occupy(port: number): Promise<Server> {
  const server = createServer();
  return new Promise((done) => server.listen(port, "127.0.0.1", () => done(server)));
}
