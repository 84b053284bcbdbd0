import { setTimeout as sleep } from "node:timers/promises";
import { get } from "@/scripts/bench/http-requests";
import { startOurs } from "@/scripts/bench/servers";
import type { Outcome, Scene } from "@/scripts/drill/drills";
import { exchange } from "@/scripts/drill/raw-request";

/** SIGTERM while eight read, half of them pages made for a person: every request that was taken is answered. */
export async function stopServer({ database }: Scene): Promise<Outcome> {
  const server = await startOurs(database.url);
  const counts = { answered: 0, wrong: 0, notTaken: 0 };
  let stopping = false;
  let late = 0;
  const read = async (_: unknown, at: number) => {
    const cookie = at % 2 === 0 ? `session=${database.sessionToken}` : undefined;
    for (;;) {
      const answer = await exchange(server.port, get(database.threadPath, server.port, cookie));
      if (answer?.status === 200) counts.answered++;
      else if (answer) counts.wrong++;
      else if (stopping) return void counts.notTaken++;
      else counts.wrong++;
      if (answer && stopping) late++;
    }
  };
  const readers = Promise.all(Array.from({ length: 8 }, read));
  await sleep(3_000);
  stopping = true;
  const began = Date.now();
  await server.stop();
  const took = Date.now() - began;
  await readers;
  const went = counts.wrong === 0 && counts.answered > 0;
  return {
    went,
    figures: `${counts.answered} answered, ${late} of them while it stopped, ${counts.wrong} wrong; stopped in ${took} ms`,
  };
}
