import type { IncomingMessage, ServerResponse } from "node:http";
import { findPublicPage } from "@/lib/server/cache-tags";
import { type CachedResponse, sendCachedResponse } from "@/lib/server/cached-response";
import type { ServerContext } from "@/lib/server/context";
import { isCrossSite } from "@/lib/server/cross-site";
import { type ErrorPageKind, sendErrorPage } from "@/lib/server/error-page";
import { isHydrated } from "@/lib/server/hydrated-routes";
import { replaceClientAddress, sanitiseRequestHeaders } from "@/lib/server/next-adapter/request-headers";
import { sendPersonalResponse, sendServerFailure, sendSharedPage } from "@/lib/server/page-handler";
import { refusalStatus } from "@/lib/server/request-limits";
import { scriptlessHeaders, securityHeaders } from "@/lib/server/security-headers";

/** Answers a request: from memory when it can, at the cost of a look-up. */
export function handleRequest(context: ServerContext, req: IncomingMessage, res: ServerResponse): void {
  const start = performance.now();
  if (context.isStopping) res.shouldKeepAlive = false;
  const isRead = req.method === "GET" || req.method === "HEAD";
  const cached = isRead ? context.cache.get(req.url ?? "") : undefined;
  if (cached) {
    sendFromCache(context, req, res, cached, start);
    return;
  }
  const path = (req.url ?? "/").split("?", 1)[0] ?? "/";
  handleUncached(context, req, res, path, start).catch(async (error) => {
    context.log.failure(error, "server");
    if (res.headersSent) res.destroy();
    else await sendServerFailure(context, res, path);
  });
}

async function handleUncached(
  context: ServerContext,
  req: IncomingMessage,
  res: ServerResponse,
  path: string,
  start: number,
): Promise<void> {
  const { method = "GET" } = req;
  const isRead = method === "GET" || method === "HEAD";
  const shared = isRead ? findPublicPage(req.url ?? "/") : null;
  const cachedPage = shared && context.cache.get(shared.key);
  if (cachedPage) return sendFromCache(context, req, res, cachedPage, start);
  const file = await context.staticFiles?.get(path);
  if (file && isRead) return sendFromCache(context, req, res, file, start);
  const fastRoute = method === "POST" ? context.findFastRoute(path) : null;
  res.once("close", () => {
    const route = (shared ?? fastRoute)?.pattern ?? context.routeName(path);
    context.log.request({
      method,
      route,
      status: res.writableFinished ? res.statusCode : 499,
      ms: elapsedSince(start),
      cached: false,
    });
  });
  const refusalCode = refusalStatus(req);
  if (refusalCode === 413 || refusalCode === 415) await drain(req, res);
  if (refusalCode) return sendPlainResponse(context, res, path, refusalCode);
  if (file) return sendPlainResponse(context, res, path, 405); // Next would answer that it failed
  if (isCrossSite({ method, path, headers: req.headers }, context.origin))
    return sendPlainResponse(context, res, path, 403);
  if (path === "/healthz" || path === "/readyz") return sendHealth(context, res, path);
  const forwarded = String(req.headers["x-forwarded-for"] ?? "");
  sanitiseRequestHeaders(req.headers, {
    origin: context.origin,
    isHydrated: isHydrated(path) || (context.dev && path.startsWith("/_next/")),
  });
  if (shared) req.url = shared.key;
  if (shared && !context.dev) return sendSharedPage(context, req, res, shared);
  replaceClientAddress(req, forwarded, context.trustProxy);
  if (fastRoute) return fastRoute.send(context, req, res);
  return sendPersonalResponse(context, req, res, path);
}

async function sendHealth(context: ServerContext, res: ServerResponse, path: string): Promise<void> {
  const health = path === "/healthz" ? { ok: true, message: "ok" } : await context.health.readiness();
  const { ok, message } = path === "/readyz" && context.isStopping ? { ok: false, message: "stopping" } : health;
  const headers = ["Content-Type", "text/plain; charset=utf-8", "Cache-Control", "no-store"];
  res.writeHead(ok ? 200 : 503, [...securityHeaders(context, path), ...headers]);
  res.end(`${message}\n`);
}

function sendFromCache(
  context: ServerContext,
  req: IncomingMessage,
  res: ServerResponse,
  cached: CachedResponse,
  start: number,
): void {
  const status = sendCachedResponse(req, res, cached);
  context.log.request({ method: req.method ?? "", route: cached.route, status, ms: elapsedSince(start), cached: true });
}

function sendPlainResponse(context: ServerContext, res: ServerResponse, path: string, status: ErrorPageKind): void {
  sendErrorPage(res, status, scriptlessHeaders(context, path));
}

/** Takes a body that is too long to its end, up to 128 MB, so that the browser shows our page. None of it is kept. */
async function drain(req: IncomingMessage, res: ServerResponse): Promise<void> {
  res.shouldKeepAlive = false;
  if (Number(req.headers["content-length"]) > 128 * 1024 * 1024) return;
  await new Promise<void>((done) => req.resume().once("end", done).once("close", done));
}

/** Milliseconds since, in hundredths. */
const elapsedSince = (start: number) => Math.round((performance.now() - start) * 100) / 100;
