import type { IncomingMessage, Server } from "node:http";
import type { Exchange } from "@/lib/server/context";
import { sendErrorPage } from "@/lib/server/error-page";
import { isLarge, maySendLarge, strangersBodyLimit } from "@/lib/server/large-bodies";
import { discardBody, measureBody } from "@/lib/server/request-body";

type RefusalStatus = 400 | 405 | 411 | 413 | 414 | 415;

const methods = new Set(["GET", "HEAD", "POST", "PUT", "OPTIONS"]); // PUT saves drafts
const maxUrlLength = 2048;
const kilobyte = 1024;

/** In bytes, of somebody who is signed in, where the route's row in lib/routes.ts does not allow more. */
const defaultBodyLimit = 256 * kilobyte;
/** The longest body that is read to its end before it is refused, so that the browser shows our page. */
const maxDiscardedBody = 128 * 1024 * kilobyte;

/** Time limits in milliseconds: a slow phone gets its minute, a stalled client does not hold a connection. */
export const serverOptions = {
  maxHeaderSize: 16 * kilobyte,
  headersTimeout: 15_000,
  requestTimeout: 60_000,
  keepAliveTimeout: 20_000,
  connectionsCheckingInterval: 5_000,
} satisfies Partial<Server> & Record<string, number>;

export async function refuseOverLimits(exchange: Exchange): Promise<boolean> {
  const { req, res, match, isRead } = exchange;
  const routeLimit = match?.route.bodyLimit ?? defaultBodyLimit;
  const limit = !isLarge(req) || (await maySendLarge(exchange)) ? routeLimit : strangersBodyLimit;
  let status = refusalStatus(req, limit);
  if (status === 411 && !isRead) status = (await measureBody(req, limit)) ? null : 413;
  if (!status) return false;
  if (status === 413 || status === 415) {
    res.shouldKeepAlive = false;
    if (!(Number(req.headers["content-length"]) > maxDiscardedBody)) await discardBody(req, maxDiscardedBody);
  }
  sendErrorPage(exchange, status);
  return true;
}

/** The status to refuse this request with, or null. */
export function refusalStatus(
  req: Pick<IncomingMessage, "method" | "url" | "headers">,
  bodyLimit = defaultBodyLimit,
): RefusalStatus | null {
  const { method = "", url = "", headers } = req;
  if (!methods.has(method)) return 405;
  if (url.length > maxUrlLength) return 414;
  if (!url.startsWith("/")) return 400; // a full URL is for proxies
  if (!isValidText(url)) return 400;
  if (isOtherSpelling(url)) return 400;
  // no browser packs a form; what is small here may be endless when unpacked
  if (headers["content-encoding"] !== undefined && headers["content-encoding"] !== "identity") return 415;
  // browsers give the length of a form; without one it could be endless, and is read no further than the limit
  if (headers["transfer-encoding"] !== undefined) return 411;
  return Number(headers["content-length"] ?? 0) > bodyLimit ? 413 : null;
}

/**
 * Whether an address is another spelling of a page's, which would bypass the page cache: with dot segments, which
 * browsers resolve themselves, or with the suffix for which Next sends a page's data instead of its HTML.
 */
function isOtherSpelling(url: string): boolean {
  const path = url.split("?", 1)[0] ?? "";
  return /\/(?:\.|%2e){1,2}(?:\/|$)/i.test(path) || /\.(?:rsc|segments)(?:\/|$)/i.test(path);
}

/** Whether an address is text at all: no NUL, which no table stores, and nothing but UTF-8 behind its percent signs. */
function isValidText(url: string): boolean {
  if (!url.includes("%")) return true;
  try {
    return !decodeURIComponent(url.replaceAll("+", " ")).includes("\0");
  } catch {
    return false;
  }
}
