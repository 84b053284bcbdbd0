import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type Embedded, startEmbedded } from "@/lib/database/embedded-postgres";

// One cluster, put through what happens to clusters on other people's machines.
let folder = "";
let running: Embedded | undefined;
const data = () => join(folder, "postgres", "data");
const lock = () => join(data(), "postmaster.pid");
const pidOf = () => Number(readFileSync(lock(), "utf8").split("\n")[0]);

beforeAll(async () => {
  folder = newFolder();
  running = await startEmbedded(folder);
  await ask("CREATE TABLE kept AS SELECT 'here' AS words");
});
afterEach(async () => {
  expect(await ask("SELECT words FROM kept")).toBe("here");
});
afterAll(() => {
  running?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test("who comes second joins, and does not stop what another started", async () => {
  const second = await startEmbedded(folder);
  expect(second).toMatchObject({ url: running?.url, startedHere: false });
  second.stop();
});

test("after a crash it starts again, with all that was written", async () => {
  await crash();
  running = await startEmbedded(folder);
  expect(running.startedHere).toBe(true);
});

test("when its port was taken meanwhile it goes to another", async () => {
  const { port } = new URL(running?.url ?? "");
  running?.stop();
  const other = await occupy(Number(port));
  running = await startEmbedded(folder);
  expect(new URL(running.url).port).not.toBe(port);
  other.close();
});

test("a lock file that names a process of somebody else's is left over", async () => {
  await crash();
  const lines = readFileSync(lock(), "utf8").split("\n");
  writeFileSync(lock(), [String(process.pid), ...lines.slice(1)].join("\n")); // alive, and not PostgreSQL
  running = await startEmbedded(folder);
  expect(running.startedHere).toBe(true);
});

test("a lock file that names another cluster's server is left over", async () => {
  const another = newFolder();
  const theirs = await startEmbedded(another);
  const theirPid = readFileSync(join(another, "postgres", "data", "postmaster.pid"), "utf8").split("\n")[0] ?? "";
  await crash();
  const lines = readFileSync(lock(), "utf8").split("\n");
  writeFileSync(lock(), [theirPid, ...lines.slice(1)].join("\n"));
  running = await startEmbedded(folder);
  expect(running.startedHere).toBe(true);
  expect(running.url).not.toBe(theirs.url);
  theirs.stop();
  rmSync(another, { recursive: true, force: true });
});

test("what cannot be run is said with what to do, and with where to look", async () => {
  running?.stop();
  const settings = join(data(), "postgresql.conf");
  const right = readFileSync(settings, "utf8");
  writeFileSync(settings, `${right}\nno_such_setting = 1\n`);
  await expect(startEmbedded(folder)).rejects.toThrow(/did not start[\s\S]*no_such_setting[\s\S]*DATABASE_URL/);
  writeFileSync(settings, right);
  running = await startEmbedded(folder);
});

test.runIf(userInfo().uid === 0)("an ordinary user runs one of their own", () => {
  const theirs = newFolder();
  chmodSync(theirs, 0o777);
  const script = `const { startEmbedded } = await import("@/lib/database/embedded-postgres");
    const { startedHere, stop } = await startEmbedded(${JSON.stringify(join(theirs, "data"))});
    stop();
    console.log(process.getuid(), startedHere);`;
  const env = { ...process.env, NODE_ENV: "test" as const, HOME: theirs, TMPDIR: theirs };
  const words = ["--import", "tsx", "--input-type=module", "-e", script];
  const ran = spawnSync(process.execPath, words, { uid: 65_534, gid: 65_534, env, encoding: "utf8" });
  expect(ran.stderr + ran.stdout).toBe("65534 true\n");
  rmSync(theirs, { recursive: true, force: true });
});

function newFolder(): string {
  const made = mkdtempSync(join(tmpdir(), "embedded-"));
  chmodSync(made, 0o755); // PostgreSQL's own user looks in
  return made;
}

async function ask(sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: running?.url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return Object.values(rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

/** kill -9 of the server, as by a machine that ran out of memory. */
async function crash(): Promise<void> {
  const pid = pidOf();
  process.kill(pid, "SIGKILL");
  const isThere = () => spawnSync("kill", ["-0", String(pid)]).status === 0;
  while (isThere()) await sleep(20);
}

function occupy(port: number): Promise<Server> {
  const server = createServer();
  return new Promise((done) => server.listen(port, "127.0.0.1", () => done(server)));
}
