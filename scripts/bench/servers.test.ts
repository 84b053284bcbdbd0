import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { isRunning } from "@/scripts/test/end-once";

test("a server that a test started ends when the test's process is killed", async () => {
  const folder = mkdtempSync(join(tmpdir(), "started-"));
  const page = join(folder, "page");
  writeFileSync(page, "a page");
  const source = `const { startBaseline } = await import("@/scripts/bench/servers");
    const { pid } = await startBaseline(${JSON.stringify(page)}, {});
    process.stdout.write(String(pid));
    setInterval(() => {}, 1000);`;
  const args = ["--import", "tsx", "--input-type=module", "--eval", source];
  const parent = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  try {
    const [first] = (await once(parent.stdout, "data")) as [Buffer];
    const pid = Number(first);
    expect(isRunning(pid)).toBe(true);
    const closed = once(parent, "exit");
    parent.kill("SIGKILL");
    await closed;
    await vi.waitFor(() => expect(isRunning(pid)).toBe(false), { timeout: 30_000, interval: 200 });
  } finally {
    parent.kill("SIGKILL");
    rmSync(folder, { recursive: true });
  }
});
