import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { type CachedResponse, createCachedResponse } from "@/lib/server/cached-response";
import { acceptedEncodings, compress, isCompressible } from "@/lib/server/compression";
import { isHydrated } from "@/lib/server/hydrated-routes";
import { inlineScriptHashes, removeNextScripts } from "@/lib/server/next-adapter/page-html";
import type { CapturedResponse } from "@/lib/server/next-adapter/response-capture";
import { contentSecurityPolicy, securityHeaders } from "@/lib/server/security-headers";

export type ResponseOptions = { dev: boolean; origin?: string; onScriptDependent: () => void };
type FinalResponse = { contentType: string; headers: string[]; body: Buffer };

const hopByHop = /^(connection|keep-alive|transfer-encoding|content-length|date|x-powered-by|etag|content-type)$/;
// what makes sense for one visitor only, or that we say ourselves
const perVisitorHeaders = /^(cache-control|vary|x-nextjs-|set-cookie)/;
// said in the page's head as well
const headersOmittedFromPages = /^link$/;

/** Turns what Next answered into what is sent: scripts out of still pages, our headers on. */
function finaliseResponse(
  captured: CapturedResponse,
  path: string,
  options: ResponseOptions,
  omitted: RegExp,
): FinalResponse {
  const contentType = String(captured.headers["content-type"] ?? "");
  const isHtml = contentType.startsWith("text/html");
  let { body } = captured;
  let hashes: string[] = [];
  if (isHtml && isHydrated(path)) hashes = inlineScriptHashes(body.toString("utf8"));
  else if (isHtml) {
    const withoutScripts = removeNextScripts(body.toString("utf8"));
    if (withoutScripts.broken) options.onScriptDependent();
    body = Buffer.from(withoutScripts.html);
  }
  const policy = contentSecurityPolicy(hashes, options.dev, path);
  const headers = [
    ...securityHeaders(options, path),
    "Content-Security-Policy",
    policy,
    ...forwardHeaders(captured.headers, isHtml, omitted),
  ];
  return { contentType, headers, body };
}

/** A page for everybody, ready to be kept; undefined when it must not be: not a 200, or it sets a cookie. */
export async function makeCachedPage(
  captured: CapturedResponse,
  route: string,
  path: string,
  options: ResponseOptions,
): Promise<CachedResponse | undefined> {
  if (captured.status !== 200 || captured.headers["set-cookie"]) return undefined;
  const { contentType, headers, body } = finaliseResponse(captured, path, options, perVisitorHeaders);
  return createCachedResponse(route, contentType, [...headers, "Cache-Control", "private, no-cache"], body);
}

/** Sends what was made for one visitor. */
export async function sendCapturedResponse(
  req: IncomingMessage,
  res: ServerResponse,
  captured: CapturedResponse,
  path: string,
  options: ResponseOptions,
): Promise<void> {
  const omitted = preservesTypedText(req.method, path) ? /^cache-control$/ : /^$/;
  const { contentType, headers, body } = finaliseResponse(captured, path, options, omitted);
  if (omitted.test("cache-control")) headers.push("Cache-Control", "private, no-cache");
  if (contentType) headers.push("Content-Type", contentType);
  if (req.method === "HEAD" || captured.status === 204 || captured.status === 304) {
    send(res, captured.status, headers);
    return;
  }
  const shouldCompress = isCompressible(contentType) && !captured.headers["content-encoding"];
  const bestEncoding = shouldCompress ? acceptedEncodings(req.headers["accept-encoding"])[0] : undefined;
  const compressed = await compress(body, bestEncoding ?? "identity");
  if (shouldCompress) headers.push("Vary", "Accept-Encoding");
  if (compressed.encoding !== "identity") headers.push("Content-Encoding", compressed.encoding);
  send(res, captured.status, [...headers, "Content-Length", String(compressed.body.length)], compressed.body);
}

/** One name may stand in the list twice, such as Set-Cookie: both are sent. */
function send(res: ServerResponse, status: number, headers: string[], body?: Buffer): void {
  res.statusCode = status;
  for (let i = 0; i < headers.length; i += 2) res.appendHeader(headers[i] ?? "", headers[i + 1] ?? "");
  res.end(body);
}

/** Where people type at length: `no-store` would make the browser forget their words on the way back. */
function preservesTypedText(method: string | undefined, path: string): boolean {
  return method === "GET" && /\/(write|reply)$/.test(path);
}

function forwardHeaders(headers: OutgoingHttpHeaders, isHtml: boolean, omitted: RegExp): string[] {
  return Object.entries(headers).flatMap(([name, value]) => {
    if (value === undefined || hopByHop.test(name) || omitted.test(name)) return [];
    if (isHtml && headersOmittedFromPages.test(name)) return [];
    return (Array.isArray(value) ? value : [String(value)]).flatMap((one) => [name, one]);
  });
}
