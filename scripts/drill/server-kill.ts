import { setTimeout as sleep } from "node:timers/promises";
import { startOurs } from "@/scripts/bench/servers";
import type { Clean } from "@/scripts/drill/clean-database";
import { verifies } from "@/scripts/drill/ops-verify";
import { findMissing, takePart } from "@/scripts/drill/participant-load";
import { until } from "@/scripts/drill/wait-until";

export type Killed = {
  kills: number;
  comments: number;
  decisions: number;
  reactions: number;
  lost: number;
  half: number;
  verified: boolean;
};

/**
 * kill -9 of the server itself, at a random moment while people take part over HTTP, again and again. Then looks for
 * everything that it had told them is kept (`lost`), for anything that is there in part only (`half`), and whether
 * `ops verify` finds all counts and chains whole.
 */
export async function killServer(clean: Clean, kills: number, settings: Record<string, string> = {}): Promise<Killed> {
  const all = { TRUST_PROXY: "1", ...settings };
  let server = await startOurs(clean.url, all);
  const { told, stop } = await takePart(clean, () => server.port, 8);
  try {
    for (let kill = 0; kill < kills; kill++) {
      const before = told.reactions.size;
      await until("reactions are taken", () => told.reactions.size > before); // all that people do is under way
      await sleep(Math.random() * 1_500);
      await server.kill();
      server = await startOurs(clean.url, all);
    }
  } finally {
    await stop();
    await server.stop();
  }
  const { lost, half } = await findMissing(clean.url, told);
  const counts = { comments: told.comments.size, decisions: told.decisions.size, reactions: told.reactions.size };
  return { kills, ...counts, lost, half, verified: await verifies(clean.url, settings) };
}
