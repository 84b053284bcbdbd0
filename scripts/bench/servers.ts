import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { plainHttpWarning } from "@/scripts/server/startup-warnings";
import { freePort } from "@/scripts/test/free-port";

export type RunningProcess = {
  port: number;
  pid: number;
  stop: () => Promise<void>;
  /** SIGKILL: it ends at once. */
  kill: () => Promise<void>;
};

/** The production server, as `npm start` runs it, on a database. @param settings more of its environment */
export const startService = (url: string, settings: Record<string, string> = {}, args: string[] = []) =>
  start([...args, "scripts/start.ts"], "/readyz", { DATABASE_URL: url, ...settings });

/** A bare node:http server that sends these bytes with these headers. */
export const startBaseline = (file: string, headers: Record<string, string>) =>
  start(["scripts/bench/baseline-server.ts", file, JSON.stringify(headers)], "/", {});

/** A bare node:http server that reads a form and does one INSERT. */
export const startInsertBaseline = (url: string) =>
  start(["scripts/bench/baseline-insert-server.ts"], "/", { DATABASE_URL: url });

async function start(args: string[], ready: string, settings: Record<string, string>): Promise<RunningProcess> {
  const port = await freePort();
  const env = { ...process.env, NODE_ENV: "production" as const, LOG_LEVEL: "info", PORT: String(port), ...settings };
  // a test that times out cannot stop it
  const server = spawn(
    process.execPath,
    ["--import", "tsx", "--import", "./scripts/test/end-with-parent.ts", ...args],
    { env, stdio: ["ignore", "ignore", "pipe"] },
  );
  // they are on this machine and have no TLS: every one of them warns of that
  createInterface({ input: server.stderr }).on("line", (line) => {
    if (!line.includes(plainHttpWarning)) process.stderr.write(`${line}\n`);
  });
  await waitUntilReady(`http://127.0.0.1:${port}${ready}`, server);
  return {
    port,
    pid: server.pid ?? 0,
    stop: () => stopProcess(server, "SIGTERM"),
    kill: () => stopProcess(server, "SIGKILL"),
  };
}

async function waitUntilReady(address: string, server: ChildProcess): Promise<void> {
  const isUp = () =>
    fetch(address)
      .then(({ ok }) => ok)
      .catch(() => false);
  for (let tries = 0; tries < 600; tries++) {
    if (server.exitCode !== null) break;
    if (await isUp()) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  server.kill();
  throw new Error(`${address} does not answer.`);
}

async function stopProcess(server: ChildProcess, signal: "SIGTERM" | "SIGKILL"): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const exited = once(server, "exit");
  server.kill(signal);
  await exited;
}
