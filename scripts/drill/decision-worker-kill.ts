import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import type { Person } from "@/lib/people/person.policy";

/**
 * Lets a process decide cases and kills it (SIGKILL) after so many milliseconds of work.
 * @returns the cases that it reported as decided
 */
export async function killDecisionWorker(reps: Person[], caseIds: string[], afterMs: number): Promise<string[]> {
  const payload = JSON.stringify({ reps, caseIds });
  const child = spawn(
    process.execPath,
    ["node_modules/tsx/dist/cli.mjs", "scripts/drill/decision-worker.ts", payload],
    {
      stdio: ["ignore", "pipe", "inherit"],
      detached: true, // a group of its own, so that all of it is killed
    },
  );
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  const closed = new Promise((done) => child.once("close", done));
  while (!output.includes("ready") && child.exitCode === null) await sleep(10);
  await sleep(afterMs);
  if (child.pid) process.kill(-child.pid, "SIGKILL");
  await closed;
  return output.split("\n").filter((line) => caseIds.includes(line));
}
