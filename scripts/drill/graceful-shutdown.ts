import { setTimeout as sleep } from "node:timers/promises";
import { get } from "@/scripts/bench/http-requests";
import { startService } from "@/scripts/bench/servers";
import type { DrillContext, DrillResult } from "@/scripts/drill/drills";
import { sendRawRequest } from "@/scripts/drill/raw-request";

/** SIGTERM while eight read, half of them pages made for a person: every request that was taken is answered. */
export async function drillGracefulShutdown({ database }: DrillContext): Promise<DrillResult> {
  const server = await startService(database.url);
  const counts = { answered: 0, wrong: 0, notAccepted: 0 };
  let stopping = false;
  let late = 0;
  const read = async (_: unknown, at: number) => {
    const cookie = at % 2 === 0 ? `session=${database.sessionToken}` : undefined;
    for (;;) {
      const response = await sendRawRequest(server.port, get(database.threadPath, server.port, cookie));
      if (response?.status === 200) counts.answered++;
      else if (response) counts.wrong++;
      else if (stopping) return void counts.notAccepted++;
      else counts.wrong++;
      if (response && stopping) late++;
    }
  };
  const readers = Promise.all(Array.from({ length: 8 }, read));
  await sleep(3_000);
  stopping = true;
  const began = Date.now();
  await server.stop();
  const stopMs = Date.now() - began;
  await readers;
  const hasPassed = counts.wrong === 0 && counts.answered > 0;
  return {
    hasPassed,
    figures: `${counts.answered} answered, ${late} of them while it stopped, ${counts.wrong} wrong; stopped in ${stopMs} ms`,
  };
}
