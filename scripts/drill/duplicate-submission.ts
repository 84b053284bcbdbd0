import { randomBytes } from "node:crypto";
import { run, strategyId } from "@/scripts/bench/bench-database";
import { get, postComment } from "@/scripts/bench/http-requests";
import { idPlace } from "@/scripts/bench/measurement";
import { startOurs } from "@/scripts/bench/servers";
import type { Outcome, Scene } from "@/scripts/drill/drills";
import { type Answer, exchange } from "@/scripts/drill/raw-request";

/** An impatient finger: the same form fifty times at once writes one comment, and every answer gives the same receipt. */
export async function sendTwice({ database }: Scene): Promise<Outcome> {
  const server = await startOurs(database.url);
  try {
    const id = randomBytes(17).toString("base64url").slice(0, 22);
    const form = await postComment(`/strategies/${strategyId}/sections/1/write`, server.port, "identity");
    const request = form.replace(idPlace, id);
    const answers = await Promise.all(Array.from({ length: 50 }, () => exchange(server.port, request)));
    const receipts = new Set(await Promise.all(answers.map((answer) => receiptAfter(answer, server.port))));
    const [written] = await run(database.url, `SELECT count(*) AS n FROM comments WHERE "formId" = '${id}'`);
    const went = written?.n === "1" && receipts.size === 1 && !receipts.has(undefined);
    return { went, figures: `${written?.n} written, ${receipts.size} receipt in ${answers.length} answers` };
  } finally {
    await server.stop();
  }
}

/** What the page that an answer leads to shows to the browser that sent. */
async function receiptAfter(answer: Answer | null, port: number): Promise<string | undefined> {
  const cookies = [...(answer?.text ?? "").matchAll(/\r\nset-cookie: ([^;\r]+)/gi)].map(([, cookie]) => cookie);
  const page = await exchange(port, get("/my/sent", port, cookies.join("; ")).replace("gzip", "identity"));
  return /id="receipt"[^>]*>([^<]+)</.exec(page?.text ?? "")?.[1];
}
