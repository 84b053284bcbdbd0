import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { freePort } from "@/scripts/test/free-port";

export type Running = {
  port: number;
  pid: number;
  stop: () => Promise<void>;
  /** SIGKILL: it ends where it stands. */
  kill: () => Promise<void>;
};

/** The production server, as `npm start` runs it, on a database. @param settings more of its environment */
export const startOurs = (url: string, settings: Record<string, string> = {}, words: string[] = []) =>
  start([...words, "--import", "tsx", "scripts/start.ts"], "/readyz", { DATABASE_URL: url, ...settings });

/** A bare node:http server that sends these bytes with these headers. */
export const startBare = (file: string, headers: Record<string, string>) =>
  start(["--import", "tsx", "scripts/bench/baseline-server.ts", file, JSON.stringify(headers)], "/", {});

/** A bare node:http server that reads a form and does one INSERT. */
export const startBareInsert = (url: string) =>
  start(["--import", "tsx", "scripts/bench/baseline-insert-server.ts"], "/", { DATABASE_URL: url });

async function start(words: string[], ready: string, settings: Record<string, string>): Promise<Running> {
  const port = await freePort();
  const env = { ...process.env, NODE_ENV: "production" as const, LOG_LEVEL: "info", PORT: String(port), ...settings };
  const server = spawn(process.execPath, words, { env, stdio: ["ignore", "ignore", "inherit"] });
  await isReady(`http://127.0.0.1:${port}${ready}`, server);
  return { port, pid: server.pid ?? 0, stop: () => end(server, "SIGTERM"), kill: () => end(server, "SIGKILL") };
}

async function isReady(address: string, server: ChildProcess): Promise<void> {
  const answers = () =>
    fetch(address)
      .then(({ ok }) => ok)
      .catch(() => false);
  for (let tries = 0; tries < 600; tries++) {
    if (server.exitCode !== null) break;
    if (await answers()) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  server.kill();
  throw new Error(`${address} does not answer.`);
}

async function end(server: ChildProcess, signal: "SIGTERM" | "SIGKILL"): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = once(server, "exit");
  server.kill(signal);
  await gone;
}
