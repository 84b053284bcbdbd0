import { mkdtempSync, writeFileSync } from "node:fs";
import { get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Running, startBare } from "@/scripts/bench/servers";

/** Asks ours for an answer, gzipped, and starts a bare server that sends the same bytes under the same headers. */
export async function startSameBytes(path: string, port: number): Promise<Running> {
  const { body, headers } = await answerOf(path, port);
  const file = join(mkdtempSync(join(tmpdir(), "bench-")), "body");
  writeFileSync(file, body);
  return startBare(file, headers);
}

function answerOf(path: string, port: number): Promise<{ body: Buffer; headers: Record<string, string> }> {
  const asked = { host: `localhost:${port}`, "accept-encoding": "gzip" };
  return new Promise((done, fail) => {
    get({ host: "127.0.0.1", port, path, headers: asked }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () => {
        if (answer.statusCode !== 200) return fail(new Error(`${path}: ${answer.statusCode}`));
        const own = ["connection", "keep-alive", "date", "content-length", "transfer-encoding"]; // Node writes these itself
        const kept = Object.entries(answer.headers).filter(([name]) => !own.includes(name));
        done({
          body: Buffer.concat(chunks),
          headers: Object.fromEntries(kept.map(([name, value]) => [name, String(value)])),
        });
      });
    }).on("error", fail);
  });
}
