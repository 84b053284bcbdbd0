import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { get } from "@/scripts/bench/http-requests";
import { startService } from "@/scripts/bench/servers";
import { type CleanDatabase, strategyId } from "@/scripts/drill/clean-database";
import type { DrillResult } from "@/scripts/drill/drills";
import { passesOpsVerify } from "@/scripts/drill/ops-commands";
import { countMissing, startParticipants } from "@/scripts/drill/participant-load";
import { sendRawRequest } from "@/scripts/drill/raw-request";
import { waitUntil } from "@/scripts/drill/wait-until";

const day = 24 * 3600_000;
const tsx = ["--import", "tsx", "--import", "./scripts/drill/clock-shift.ts"];

/**
 * The server's clock jumps two days ahead, and back, and a day behind, and back, while people take part: sessions of
 * another day are over and ask to sign in, nothing fails, nothing is lost, and after each jump all goes on.
 */
export async function drillClockJump(clean: CleanDatabase): Promise<DrillResult> {
  const folder = mkdtempSync(join(tmpdir(), "clock-"));
  const file = join(folder, "ahead");
  writeFileSync(file, "0");
  const server = await startService(clean.url, { TRUST_PROXY: "1", CLOCK_FILE: file, ...clean.settings }, tsx);
  try {
    const { acknowledged, failures, stop } = await startParticipants(clean, () => server.port, 4);
    const requestMy = async () =>
      (await sendRawRequest(server.port, get("/my", server.port, `session=${clean.tokens[0]}`)))?.status ?? 0;
    const observations: string[] = [];
    let hasPassed = true;
    const jumpTo = async (ahead: number, name: string, isLive: boolean) => {
      writeFileSync(file, String(ahead));
      await sleep(500);
      const before = acknowledged.comments.size;
      const status = await requestMy();
      await waitUntil(`comments are taken ${name}`, () => acknowledged.comments.size >= before + 20);
      observations.push(`${name}: /my ${status}`);
      hasPassed &&= isLive ? status === 200 : status !== 200 && status < 500;
    };
    await jumpTo(0, "now", true);
    await jumpTo(2 * day, "two days on", false);
    await jumpTo(0, "put right", true);
    await jumpTo(-1 * day, "a day back", false);
    await jumpTo(0, "put right", true);
    await stop();
    const { lost, half } = await countMissing(clean.url, acknowledged);
    const isVerified = await passesOpsVerify(clean);
    const failed = Object.entries(failures).filter(([status]) => Number(status) >= 500 || status === "none");
    const figures = `${observations.join("; ")}; ${acknowledged.comments.size} comments, ${acknowledged.decisions.size} decisions, ${acknowledged.reactions.size} reactions told of at ${strategyId}; ${JSON.stringify(failures)} otherwise; ${lost} lost, ${half} by half, ops verify ${isVerified ? "passes" : "FAILS"}`;
    return { hasPassed: hasPassed && failed.length === 0 && lost + half === 0 && isVerified, figures };
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
