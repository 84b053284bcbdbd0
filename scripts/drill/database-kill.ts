import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { strategyId } from "@/scripts/bench/bench-database";
import { postComment } from "@/scripts/bench/http-requests";
import { idPlaceholder } from "@/scripts/bench/measurement";
import { startService } from "@/scripts/bench/servers";
import type { DrillContext, DrillResult } from "@/scripts/drill/drills";
import { isCommentAccepted, withRandomNetwork } from "@/scripts/drill/participant-load";
import { sendRawRequest } from "@/scripts/drill/raw-request";
import { runSql } from "@/scripts/setup/run-sql";

/** kill -9 under load: every acknowledged comment is there after the restart, and the server goes on. */
export async function drillDatabaseKill({ database, restart }: DrillContext): Promise<DrillResult> {
  const server = await startService(database.url, { TRUST_PROXY: "1" });
  try {
    const form = await postComment(`/strategies/${strategyId}/sections/1/write`, server.port, "identity");
    const acknowledged: string[] = [];
    const counts = { accepted: 0, refused: 0, lost: 0 };
    const end = Date.now() + 12_000;
    const write = async () => {
      while (Date.now() < end) {
        const id = randomBytes(17).toString("base64url").slice(0, 22);
        const response = await sendRawRequest(server.port, withRandomNetwork(form.replace(idPlaceholder, id)));
        if (isCommentAccepted(response)) {
          acknowledged.push(id);
          counts.accepted++;
        } else if (response) counts.refused++;
        else counts.lost++;
        if (!isCommentAccepted(response)) await sleep(50);
      }
    };
    const writers = Promise.all(Array.from({ length: 8 }, write));
    await sleep(4_000);
    const before = acknowledged.length;
    const [lock] = await runSql(database.url, "SELECT pg_read_file('postmaster.pid') AS text");
    process.kill(Number.parseInt(lock?.text ?? "", 10), "SIGKILL");
    await sleep(500);
    const began = Date.now();
    await restart();
    const restartMs = Date.now() - began;
    await writers;
    const ids = acknowledged.map((id) => `sha256('${id}')`).join(",");
    const [stored] = await runSql(
      database.url,
      `SELECT count(*) AS n FROM comments WHERE "formHash" IN (${ids || "''"})`,
    );
    const hasPassed =
      Number(stored?.n) === acknowledged.length && before > 0 && acknowledged.length > before && counts.lost === 0;
    const figures = `${before} promised before and ${acknowledged.length - before} after the kill, ${stored?.n} of them kept; database back in ${restartMs} ms; ${counts.refused} told to try again, ${counts.lost} without an answer`;
    return { hasPassed, figures };
  } finally {
    await server.stop();
  }
}
