import type { IncomingMessage, ServerResponse } from "node:http";
import { sendPreflight } from "@/lib/server/api-preflight";
import { findPublicPage, pathOf } from "@/lib/server/cache-tags";
import { sendFromMemory } from "@/lib/server/cached-response";
import { hideClientAddress } from "@/lib/server/client-address";
import type { Exchange, ServerContext, Stage } from "@/lib/server/context";
import { refuseCrossSite } from "@/lib/server/cross-site";
import { sendFailure } from "@/lib/server/failure";
import { sendFastResponse } from "@/lib/server/fast-path";
import { sendHealth } from "@/lib/server/health";
import { elapsedSince } from "@/lib/server/log";
import { sanitiseHeaders } from "@/lib/server/next-adapter/request-headers";
import { sendNextResponse } from "@/lib/server/next-response";
import { refuseOverLimits } from "@/lib/server/request-limits";
import { findRoute, routeName } from "@/lib/server/route-table";
import { limitSearches } from "@/lib/server/search-limits";
import { sendSharedPage } from "@/lib/server/shared-page";
import { refuseWriteToFile, sendStaticFile } from "@/lib/server/static-files";

// A request passes these stages in this order, until one of them answers it.
const stages: Stage[] = [
  sendCachedAddress, // most requests end here, after one look-up
  identify,
  sendCachedPage,
  sendStaticFile,
  logWhenSent,
  refuseOverLimits,
  refuseWriteToFile,
  sendPreflight,
  refuseCrossSite,
  sendHealth,
  sanitiseHeaders,
  hideClientAddress,
  limitSearches,
  sendSharedPage,
  sendFastResponse,
  sendNextResponse,
];

export function handleRequest(server: ServerContext, req: IncomingMessage, res: ServerResponse): void {
  const { method = "GET", url = "/" } = req;
  const exchange: Exchange = {
    server,
    req,
    res,
    start: performance.now(),
    method,
    isRead: method === "GET" || method === "HEAD",
    path: pathOf(url),
    match: null,
    page: null,
    forwardedFor: "",
  };
  if (server.isStopping) res.shouldKeepAlive = false;
  run(exchange, 0);
}

/** Runs the stages from this one on; no promise is made before a stage needs one, which a page from memory does not. */
function run(exchange: Exchange, from: number): void {
  try {
    for (let index = from; index < stages.length; index++) {
      const answered = stages[index]?.(exchange);
      if (answered === true) return;
      if (answered) {
        answered
          .then((isAnswered) => isAnswered || run(exchange, index + 1))
          .catch((error) => sendFailure(exchange, error));
        return;
      }
    }
  } catch (error) {
    void sendFailure(exchange, error);
  }
}

/** A page in memory under exactly this address. */
function sendCachedAddress(exchange: Exchange): boolean {
  return exchange.isRead && sendFromCache(exchange, exchange.req.url ?? "/");
}

function identify(exchange: Exchange): boolean {
  const { req, path, isRead } = exchange;
  exchange.match = findRoute(path);
  exchange.page = isRead ? findPublicPage(req.url ?? "/", exchange.match) : null;
  exchange.forwardedFor = String(req.headers["x-forwarded-for"] ?? "");
  return false;
}

/** A page in memory under this address without the query that it does not read. */
function sendCachedPage(exchange: Exchange): boolean {
  return exchange.page !== null && sendFromCache(exchange, exchange.page.key);
}

function sendFromCache(exchange: Exchange, key: string): boolean {
  const cached = exchange.server.cache.get(key);
  if (cached) sendFromMemory(exchange, cached);
  return cached !== undefined;
}

/** Writes the line of the log once the response is sent, or the client has gone. */
function logWhenSent({ server, res, method, path, match, start }: Exchange): boolean {
  res.once("close", () => {
    const status = res.writableFinished ? res.statusCode : 499;
    server.log.request({ method, route: routeName(path, match), status, ms: elapsedSince(start), cached: false });
  });
  return false;
}
