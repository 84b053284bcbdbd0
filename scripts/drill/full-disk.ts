import { spawnSync } from "node:child_process";
import { appendFileSync, mkdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startEmbedded } from "@/lib/database/embedded-postgres";
import { run } from "@/scripts/bench/bench-database";
import { get } from "@/scripts/bench/http-requests";
import { startOurs } from "@/scripts/bench/servers";
import { makeClean, strategyId } from "@/scripts/drill/clean-database";
import type { Outcome } from "@/scripts/drill/drills";
import { verifies } from "@/scripts/drill/ops-verify";
import { findMissing, takePart } from "@/scripts/drill/participant-load";
import { exchange } from "@/scripts/drill/raw-request";
import { until } from "@/scripts/drill/wait-until";

const size = 256; // MB: what an empty database of ours takes, and some room

/**
 * PostgreSQL's own small disk runs full while people take part: they are told in words, nothing acknowledged is lost,
 * and when there is room again all goes on. It takes a user who may mount one.
 */
export async function fillDisk(): Promise<Outcome> {
  const folder = join(tmpdir(), `at-the-table-full-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${size}m,mode=755`, "tmpfs", folder]);
  if (mounted.status !== 0) return { went: true, figures: "NOT DONE: this user may not mount a small disk" };
  try {
    return await onSmallDisk(folder);
  } finally {
    spawnSync("umount", [folder]);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function onSmallDisk(folder: string): Promise<Outcome> {
  let embedded = await startEmbedded(folder);
  const [place] = await run(embedded.url, "SHOW data_directory");
  if (!place?.data_directory?.startsWith(folder)) {
    embedded.stop();
    return { went: true, figures: "NOT DONE: PostgreSQL's user cannot reach the folder for temporary files" };
  }
  try {
    const clean = await makeClean(embedded.url, "small_disk");
    const server = await startOurs(clean.url, { TRUST_PROXY: "1" });
    try {
      const { told, otherwise, stop } = await takePart(clean, () => server.port, 6);
      await until("reactions are taken", () => told.reactions.size >= 20);
      const filler = join(folder, "filler");
      const seen = { said: 0, other: 0, read: 0, notRead: 0, stopped: 0 };
      const began = Date.now();
      while (Date.now() - began < 20_000) {
        fill(filler);
        const form = otherwise["503"] ?? 0;
        await sleep(250);
        if ((otherwise["503"] ?? 0) > form) seen.said++;
        const page = await exchange(server.port, get(`/strategies/${strategyId}`, server.port));
        if (page?.status === 200) seen.read++;
        else seen.notRead++;
        if (!(await run(clean.url, "SELECT 1").catch(() => null))) seen.stopped++;
      }
      const before = told.comments.size;
      rmSync(filler);
      const roomAt = Date.now();
      // without room for its own journal PostgreSQL stops, and does not start: a supervisor starts it again
      const restarted = !(await run(clean.url, "SELECT 1").catch(() => null));
      if (restarted) embedded = await startEmbedded(folder);
      await until("comments are taken again", () => told.comments.size > before).catch(() => {}); // the figures say so
      const again = Date.now() - roomAt;
      await stop();
      const { lost, half } = await findMissing(clean.url, told);
      const whole = await verifies(clean.url);
      const words = Object.entries(otherwise).map(([status, n]) => `${n} × ${status}`);
      const wrong = Object.keys(otherwise).filter((status) => status !== "503");
      const went = lost + half === 0 && whole && told.comments.size > before && (otherwise["503"] ?? 0) > 0;
      const figures = `${before} comments told of before there was room again and ${told.comments.size - before} after, the first after ${again} ms${restarted ? " (PostgreSQL had stopped, and was started)" : " without a restart"}; meanwhile ${words.join(", ") || "nothing"}${wrong.length ? `, of them not in words: ${wrong}` : ""}; pages read ${seen.read}, not ${seen.notRead}; ${lost} lost, ${half} by half, ops verify ${whole ? "passes" : "FAILS"}`;
      return { went: went && wrong.length === 0, figures };
    } finally {
      await server.stop();
    }
  } finally {
    embedded.stop();
  }
}

/** Takes what is left of the disk. */
function fill(file: string): void {
  for (const bytes of [4 << 20, 1 << 16, 1 << 12]) {
    try {
      for (;;) appendFileSync(file, Buffer.alloc(bytes));
    } catch {
      // no room for that much
    }
  }
}
