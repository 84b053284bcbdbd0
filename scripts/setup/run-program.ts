import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";

export type RunResult = { code: number; output: string; seconds: number };

const running = new Set<ChildProcess>();
let stopping = false;

/** Where an installed package's program is, so that we start it with this very Node. */
export const programs = {
  biome: join("node_modules", "@biomejs", "biome", "bin", "biome"),
  next: join("node_modules", "next", "dist", "bin", "next"),
  playwright: join("node_modules", "@playwright", "test", "cli.js"),
  tsc: join("node_modules", "typescript", "bin", "tsc"),
  vitest: join("node_modules", "vitest", "vitest.mjs"),
};

/**
 * Runs a Node program to its end.
 * @param show whether its output goes to ours as it comes; it is returned in any case when not
 */
export function runProgram(
  args: string[],
  { env = {}, show = false }: { env?: Record<string, string>; show?: boolean } = {},
): Promise<RunResult> {
  forwardSignals();
  const began = performance.now();
  const child = spawn(process.execPath, args, {
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...env },
    stdio: show ? "inherit" : ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (output += chunk));
  return new Promise((done) => {
    child.on("close", (code) => {
      running.delete(child);
      done({ code: code ?? 1, output, seconds: (performance.now() - began) / 1000 });
    });
  });
}

/** A signal to stop goes to the running programs too, and we wait for them. */
function forwardSignals(): void {
  if (stopping) return;
  stopping = true;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      process.exitCode = 1;
      for (const child of running) child.kill("SIGTERM");
    });
  }
}
