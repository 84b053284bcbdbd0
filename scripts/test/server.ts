import { request as httpRequest, type IncomingMessage, type OutgoingHttpHeaders, type ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { FastRoutes } from "@/lib/server/fast-path";
import { ownRequest } from "@/lib/server/next-adapter/request-headers";
import { type ServerOptions, startServer } from "@/lib/server/server";

type TestResponse = { status: number; headers: IncomingMessage["headers"]; body: Buffer };

/** A server on a real port, in front of a fake Next whose behaviour can be observed and set. */
export async function startTestServer(
  databaseUrl: string,
  loadFastRoutes?: () => Promise<FastRoutes>,
  options: Partial<ServerOptions> = {},
) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const nextStub = {
    renders: 0,
    /** The addresses that were requested, in order. */
    paths: [] as string[],
    text: "first",
    gate: Promise.resolve(),
    seen: {} as IncomingMessage["headers"],
    body: "",
    error: new Error("no"),
  };

  async function handler(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const { gate, text } = nextStub;
    const path = req.url ?? "";
    nextStub.renders++;
    nextStub.paths.push(path);
    nextStub.seen = req.headers;
    if (path.endsWith("/fails")) throw nextStub.error;
    if (path.endsWith("/breaks")) {
      res.statusCode = 500; // as Next does when an action throws
      res.end("Internal Server Error");
      return;
    }
    if (path.endsWith("/old")) {
      res.writeHead(409, { "x-nextjs-action-not-found": "1", "content-type": "text/plain" });
      res.end("Server action not found.");
      return;
    }
    if (req.method === "POST" && path === "/moderation/rota") {
      // as Next does for its script: it requests the page itself, with the headers of the action
      const { [ownRequest.name]: own, host } = req.headers;
      const page = await fetch(`http://${host}/moderation`, { headers: { [ownRequest.name]: String(own) } });
      res.end(await page.text());
      return;
    }
    if (path === "/events") {
      res.writeHead(200, { "content-type": "text/event-stream" });
      res.write("data: 1\n\n");
      await gate;
      res.end("data: 2\n\n");
      return;
    }
    if (req.method === "POST") {
      const chunks: Buffer[] = [];
      for await (const chunk of req) chunks.push(chunk as Buffer);
      nextStub.body = Buffer.concat(chunks).toString();
      await client.query("SELECT pg_notify('cache_invalidation', 'strategy:west-midlands')");
      res.statusCode = 303;
      if (path === "/sign-out") res.setHeader("set-cookie", ["sent=; Path=/", "session=; Path=/; Max-Age=0"]);
      res.setHeader("location", "/strategies/west-midlands");
      res.end();
      return;
    }
    await gate;
    if (path === "/privacy") res.setHeader("set-cookie", "a=b");
    if (path === "/my/receipt") res.setHeader("set-cookie", ["a=1", "b=2"]);
    if (path === "/credits") res.statusCode = 404;
    res.setHeader("content-type", "text/html; charset=utf-8");
    res.setHeader("vary", "rsc");
    res.setHeader("cache-control", "no-store");
    const nonce = /'nonce-([^']+)'/.exec(String(req.headers["content-security-policy"]))?.[1]; // as Next does
    res.write(`<html><script${nonce ? ` nonce="${nonce}"` : ""}>run()</script><p>${text} ${path}</p>`);
    res.end(`${"<p>words</p>".repeat(200)}</html>`);
  }

  const server = await startServer({
    port: 0,
    host: "127.0.0.1",
    dev: false,
    nextDir: ".next",
    handler,
    loadFastRoutes,
    ...options,
  });
  const { port } = server;

  function request(
    path: string,
    headers: OutgoingHttpHeaders = {},
    method = "GET",
    body?: string,
  ): Promise<TestResponse> {
    return new Promise((resolve, reject) => {
      const req = httpRequest({ host: "127.0.0.1", port, path, method, headers }, (res) => {
        const chunks: Buffer[] = [];
        res.on("data", (chunk) => chunks.push(chunk));
        res.on("end", () =>
          resolve({ status: res.statusCode ?? 0, headers: res.headers, body: Buffer.concat(chunks) }),
        );
        res.on("error", reject);
      });
      req.on("error", reject);
      req.end(body);
    });
  }

  /** Waits until the server hears of changes, and so caches pages. */
  async function waitUntilCaching(): Promise<void> {
    for (let tries = 0; tries < 200; tries++) {
      const before = nextStub.renders;
      await request("/leps");
      await request("/leps");
      if (nextStub.renders - before < 2) return;
      await sleep(50);
    }
    throw new Error("The server never kept a page.");
  }
  await waitUntilCaching();

  return {
    server,
    nextStub,
    request,
    waitUntilCaching,
    sql: (text: string) => client.query(text),
    sameOrigin: { origin: `http://127.0.0.1:${port}`, "sec-fetch-site": "same-origin" },
    /** As at the beginning. */
    reset: async () => {
      nextStub.text = "first";
      nextStub.gate = Promise.resolve();
      await client.query("SELECT pg_notify('cache_invalidation', 'all')");
      await sleep(100);
      nextStub.renders = 0;
      nextStub.paths = [];
    },
    close: async () => {
      await server.stop();
      await client.end();
    },
  };
}
