import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { run, strategyId } from "@/scripts/bench/bench-database";
import { postComment } from "@/scripts/bench/http-requests";
import { idPlace } from "@/scripts/bench/measurement";
import { startOurs } from "@/scripts/bench/servers";
import type { Outcome, Scene } from "@/scripts/drill/drills";
import { fromAnywhere, saysKept } from "@/scripts/drill/participant-load";
import { exchange } from "@/scripts/drill/raw-request";

/** kill -9, mid-flood: whoever was told "we have your comment" has it there after the restart, and the server goes on. */
export async function killDatabase({ database, restart }: Scene): Promise<Outcome> {
  const server = await startOurs(database.url, { TRUST_PROXY: "1" });
  try {
    const form = await postComment(`/strategies/${strategyId}/sections/1/write`, server.port, "identity");
    const promised: string[] = [];
    const counts = { accepted: 0, refused: 0, lost: 0 };
    const end = Date.now() + 12_000;
    const write = async () => {
      while (Date.now() < end) {
        const id = randomBytes(17).toString("base64url").slice(0, 22);
        const answer = await exchange(server.port, fromAnywhere(form.replace(idPlace, id)));
        if (saysKept(answer)) {
          promised.push(id);
          counts.accepted++;
        } else if (answer) counts.refused++;
        else counts.lost++;
        if (!saysKept(answer)) await sleep(50);
      }
    };
    const writers = Promise.all(Array.from({ length: 8 }, write));
    await sleep(4_000);
    const before = promised.length;
    const [lock] = await run(database.url, "SELECT pg_read_file('postmaster.pid') AS text");
    process.kill(Number.parseInt(lock?.text ?? "", 10), "SIGKILL");
    await sleep(500);
    const began = Date.now();
    await restart();
    const back = Date.now() - began;
    await writers;
    const ids = promised.map((id) => `'${id}'`).join(",");
    const [kept] = await run(database.url, `SELECT count(*) AS n FROM comments WHERE "formId" IN (${ids || "''"})`);
    const went = Number(kept?.n) === promised.length && before > 0 && promised.length > before && counts.lost === 0;
    const figures = `${before} promised before and ${promised.length - before} after the kill, ${kept?.n} of them kept; database back in ${back} ms; ${counts.refused} told to try again, ${counts.lost} without an answer`;
    return { went, figures };
  } finally {
    await server.stop();
  }
}
