import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { get } from "@/scripts/bench/http-requests";
import { startOurs } from "@/scripts/bench/servers";
import { type Clean, strategyId } from "@/scripts/drill/clean-database";
import type { Outcome } from "@/scripts/drill/drills";
import { verifies } from "@/scripts/drill/ops-verify";
import { findMissing, takePart } from "@/scripts/drill/participant-load";
import { exchange } from "@/scripts/drill/raw-request";
import { until } from "@/scripts/drill/wait-until";

const day = 24 * 3600_000;
const tsx = ["--import", "tsx", "--import", "./scripts/drill/shift-clock.ts"];

/**
 * The server's clock jumps two days ahead, and back, and a day behind, and back, while people take part: sessions of
 * another day are over and ask to sign in, nothing fails, nothing is lost, and after each jump all goes on.
 */
export async function jumpClock(clean: Clean): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), "clock-"));
  const file = join(folder, "ahead");
  writeFileSync(file, "0");
  const server = await startOurs(clean.url, { TRUST_PROXY: "1", CLOCK_FILE: file }, tsx);
  try {
    const { told, otherwise, stop } = await takePart(clean, () => server.port, 4);
    const my = async () =>
      (await exchange(server.port, get("/my", server.port, `session=${clean.tokens[0]}`)))?.status ?? 0;
    const found: string[] = [];
    let went = true;
    const at = async (ahead: number, name: string, isLive: boolean) => {
      writeFileSync(file, String(ahead));
      await sleep(500);
      const before = told.comments.size;
      const status = await my();
      await until(`comments are taken ${name}`, () => told.comments.size >= before + 20);
      found.push(`${name}: /my ${status}`);
      went &&= isLive ? status === 200 : status !== 200 && status < 500;
    };
    await at(0, "now", true);
    await at(2 * day, "two days on", false);
    await at(0, "put right", true);
    await at(-1 * day, "a day back", false);
    await at(0, "put right", true);
    await stop();
    const { lost, half } = await findMissing(clean.url, told);
    const whole = await verifies(clean.url);
    const failed = Object.entries(otherwise).filter(([status]) => Number(status) >= 500 || status === "none");
    const figures = `${found.join("; ")}; ${told.comments.size} comments, ${told.decisions.size} decisions, ${told.reactions.size} reactions told of at ${strategyId}; ${JSON.stringify(otherwise)} otherwise; ${lost} lost, ${half} by half, ops verify ${whole ? "passes" : "FAILS"}`;
    return { went: went && failed.length === 0 && lost + half === 0 && whole, figures };
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
