import { setTimeout as sleep } from "node:timers/promises";
import { startService } from "@/scripts/bench/servers";
import type { CleanDatabase } from "@/scripts/drill/clean-database";
import { passesOpsVerify } from "@/scripts/drill/ops-commands";
import { countMissing, startParticipants } from "@/scripts/drill/participant-load";
import { waitUntil } from "@/scripts/drill/wait-until";

export type KillResult = {
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
 * everything that it had acknowledged (`lost`), for anything that is there in part only (`half`), and whether
 * `ops verify` finds all counts right and all chains intact.
 */
export async function drillServerKill(clean: CleanDatabase, kills: number): Promise<KillResult> {
  const all = { TRUST_PROXY: "1", ...clean.settings };
  let server = await startService(clean.url, all);
  const { acknowledged, stop } = await startParticipants(clean, () => server.port, 8);
  try {
    for (let kill = 0; kill < kills; kill++) {
      const before = acknowledged.reactions.size;
      await waitUntil("reactions are taken", () => acknowledged.reactions.size > before); // all that people do is under way
      await sleep(Math.random() * 1_500);
      await server.kill();
      server = await startService(clean.url, all);
    }
  } finally {
    await stop();
    await server.stop();
  }
  const { lost, half } = await countMissing(clean.url, acknowledged);
  const counts = {
    comments: acknowledged.comments.size,
    decisions: acknowledged.decisions.size,
    reactions: acknowledged.reactions.size,
  };
  return { kills, ...counts, lost, half, verified: await passesOpsVerify(clean) };
}
