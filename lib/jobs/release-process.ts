import { type ChildProcess, spawn } from "node:child_process";
import { constants, setPriority } from "node:os";

const children = new Set<ChildProcess>();

/** Runs `ops release` in a process of its own at low priority: its audit computes for minutes without a pause. */
export async function runRelease(): Promise<void> {
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/ops.ts", "release"], { stdio: "ignore" });
  children.add(child);
  if (child.pid) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  const code = await new Promise<number | null>((done, fail) => child.on("error", fail).on("close", done));
  children.delete(child);
  if (code !== 0) throw new Error("ops release did not finish");
}

/** Ends the releases under way: nothing is written before one is complete, and the job is tried again. */
export function stopReleases(): void {
  for (const child of children) child.kill();
}
