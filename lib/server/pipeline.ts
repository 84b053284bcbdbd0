import type { IncomingMessage, ServerResponse } from "node:http";
import { publicPage } from "@/lib/server/cache-tags";
import { type Ready, sendReady } from "@/lib/server/cached-response";
import type { Front } from "@/lib/server/context";
import { isCrossSite } from "@/lib/server/cross-site";
import { type Plain, sendPlainPage } from "@/lib/server/error-page";
import { isLive } from "@/lib/server/hydrated-routes";
import { cleanInbound, hideClient } from "@/lib/server/next-adapter/request-headers";
import { sendFailed, sendOwn, sendShared } from "@/lib/server/page-handler";
import { refusal } from "@/lib/server/request-limits";
import { plainHeaders, securityHeaders } from "@/lib/server/security-headers";

/** Answers a request: from memory when it can, at the cost of a look-up. */
export function answer(front: Front, req: IncomingMessage, res: ServerResponse): void {
  const start = performance.now();
  if (front.stopping) res.shouldKeepAlive = false;
  const reads = req.method === "GET" || req.method === "HEAD";
  const ready = reads ? front.cache.get(req.url ?? "") : undefined;
  if (ready) {
    sendKept(front, req, res, ready, start);
    return;
  }
  const path = (req.url ?? "/").split("?", 1)[0] ?? "/";
  slowly(front, req, res, path, start).catch(async (error) => {
    front.log.failure(error, "front");
    if (res.headersSent) res.destroy();
    else await sendFailed(front, res, path);
  });
}

async function slowly(
  front: Front,
  req: IncomingMessage,
  res: ServerResponse,
  path: string,
  start: number,
): Promise<void> {
  const { method = "GET" } = req;
  const reads = method === "GET" || method === "HEAD";
  const shared = reads ? publicPage(req.url ?? "/") : null;
  const kept = shared && front.cache.get(shared.key);
  if (kept) return sendKept(front, req, res, kept, start);
  const file = await front.files?.get(path);
  if (file && reads) return sendKept(front, req, res, file, start);
  const quick = method === "POST" ? front.quick(path) : null;
  res.once("close", () => {
    const route = (shared ?? quick)?.pattern ?? front.routeName(path);
    front.log.request({
      method,
      route,
      status: res.writableFinished ? res.statusCode : 499,
      ms: since(start),
      cached: false,
    });
  });
  const refused = refusal(req);
  if (refused === 413 || refused === 415) await drain(req, res);
  if (refused) return plain(front, res, path, refused);
  if (file) return plain(front, res, path, 405); // Next would answer that it failed
  if (isCrossSite({ method, path, headers: req.headers }, front.origin)) return plain(front, res, path, 403);
  if (path === "/healthz" || path === "/readyz") return sendHealth(front, res, path);
  const forwarded = String(req.headers["x-forwarded-for"] ?? "");
  cleanInbound(req.headers, { origin: front.origin, live: isLive(path) || (front.dev && path.startsWith("/_next/")) });
  if (shared) req.url = shared.key;
  if (shared && !front.dev) return sendShared(front, req, res, shared);
  hideClient(req, forwarded, front.trustProxy);
  if (quick) return quick.send(front, req, res);
  return sendOwn(front, req, res, path);
}

async function sendHealth(front: Front, res: ServerResponse, path: string): Promise<void> {
  const health = path === "/healthz" ? { ok: true, word: "ok" } : await front.health.readiness();
  const { ok, word } = path === "/readyz" && front.stopping ? { ok: false, word: "stopping" } : health;
  const headers = ["Content-Type", "text/plain; charset=utf-8", "Cache-Control", "no-store"];
  res.writeHead(ok ? 200 : 503, [...securityHeaders(front, path), ...headers]);
  res.end(`${word}\n`);
}

function sendKept(front: Front, req: IncomingMessage, res: ServerResponse, ready: Ready, start: number): void {
  const status = sendReady(req, res, ready);
  front.log.request({ method: req.method ?? "", route: ready.route, status, ms: since(start), cached: true });
}

function plain(front: Front, res: ServerResponse, path: string, status: Plain): void {
  sendPlainPage(res, status, plainHeaders(front, path));
}

/** Takes a body that is too long to its end, up to 128 MB, so that the browser shows our page. None of it is kept. */
async function drain(req: IncomingMessage, res: ServerResponse): Promise<void> {
  res.shouldKeepAlive = false;
  if (Number(req.headers["content-length"]) > 128 * 1024 * 1024) return;
  await new Promise<void>((done) => req.resume().once("end", done).once("close", done));
}

/** Milliseconds since, in hundredths. */
const since = (start: number) => Math.round((performance.now() - start) * 100) / 100;
