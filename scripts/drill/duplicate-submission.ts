import { randomBytes } from "node:crypto";
import { strategyId } from "@/scripts/bench/bench-database";
import { get, postComment } from "@/scripts/bench/http-requests";
import { idPlaceholder } from "@/scripts/bench/measurement";
import { startService } from "@/scripts/bench/servers";
import type { DrillContext, DrillResult } from "@/scripts/drill/drills";
import { type RawResponse, sendRawRequest } from "@/scripts/drill/raw-request";
import { runSql } from "@/scripts/setup/run-sql";

/** An impatient finger: the same form fifty times at once writes one comment, and every answer gives the same receipt. */
export async function drillDuplicateSubmission({ database }: DrillContext): Promise<DrillResult> {
  const server = await startService(database.url);
  try {
    const id = randomBytes(17).toString("base64url").slice(0, 22);
    const form = await postComment(`/strategies/${strategyId}/sections/1/write`, server.port, "identity");
    const request = form.replace(idPlaceholder, id);
    const responses = await Promise.all(Array.from({ length: 50 }, () => sendRawRequest(server.port, request)));
    const receipts = new Set(await Promise.all(responses.map((response) => receiptAfter(response, server.port))));
    const [written] = await runSql(
      database.url,
      `SELECT count(*) AS n FROM comments WHERE "formHash" = sha256('${id}')`,
    );
    const hasPassed = written?.n === "1" && receipts.size === 1 && !receipts.has(undefined);
    return { hasPassed, figures: `${written?.n} written, ${receipts.size} receipt in ${responses.length} answers` };
  } finally {
    await server.stop();
  }
}

/** What the page that an answer leads to shows to the browser that sent. */
async function receiptAfter(response: RawResponse | null, port: number): Promise<string | undefined> {
  const cookies = [...(response?.text ?? "").matchAll(/\r\nset-cookie: ([^;\r]+)/gi)].map(([, cookie]) => cookie);
  const page = await sendRawRequest(port, get("/my/sent", port, cookies.join("; ")).replace("gzip", "identity"));
  return /id="receipt"[^>]*>([^<]+)</.exec(page?.text ?? "")?.[1];
}
