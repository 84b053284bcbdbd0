import { mkdtempSync, writeFileSync } from "node:fs";
import { get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type RunningProcess, startBaseline } from "@/scripts/bench/servers";

/** Asks ours for an answer, gzipped, and starts a bare server that sends the same bytes under the same headers. */
export async function startBaselineCopy(path: string, port: number): Promise<RunningProcess> {
  const { body, headers } = await fetchResponse(path, port);
  const file = join(mkdtempSync(join(tmpdir(), "bench-")), "body");
  writeFileSync(file, body);
  return startBaseline(file, headers);
}

function fetchResponse(path: string, port: number): Promise<{ body: Buffer; headers: Record<string, string> }> {
  const requestHeaders = { host: `localhost:${port}`, "accept-encoding": "gzip" };
  return new Promise((done, fail) => {
    get({ host: "127.0.0.1", port, path, headers: requestHeaders }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        if (response.statusCode !== 200) return fail(new Error(`${path}: ${response.statusCode}`));
        const serverHeaders = ["connection", "keep-alive", "date", "content-length", "transfer-encoding"]; // Node writes these itself
        const copied = Object.entries(response.headers).filter(([name]) => !serverHeaders.includes(name));
        done({
          body: Buffer.concat(chunks),
          headers: Object.fromEntries(copied.map(([name, value]) => [name, String(value)])),
        });
      });
    }).on("error", fail);
  });
}
