import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { makeReady, type Ready } from "@/lib/server/cached-response";
import { accepted, compress, isCompressible } from "@/lib/server/compression";
import { isLive } from "@/lib/server/hydrated-routes";
import { inlineScriptHashes, makeStill } from "@/lib/server/next-adapter/page-html";
import type { Captured } from "@/lib/server/next-adapter/response-capture";
import { contentSecurityPolicy, securityHeaders } from "@/lib/server/security-headers";

export type Finishing = { dev: boolean; origin?: string; onBroken: () => void };
type Finished = { contentType: string; headers: string[]; body: Buffer };

const hopByHop = /^(connection|keep-alive|transfer-encoding|content-length|date|x-powered-by|etag|content-type)$/;
// what makes sense for one visitor only, or that we say ourselves
const notShared = /^(cache-control|vary|x-nextjs-|set-cookie)/;
// said in the page's head as well
const notOfPages = /^link$/;

/** Turns what Next answered into what is sent: scripts out of still pages, our headers on. */
function finish(captured: Captured, path: string, settings: Finishing, leaveOut: RegExp): Finished {
  const contentType = String(captured.headers["content-type"] ?? "");
  const isHtml = contentType.startsWith("text/html");
  let { body } = captured;
  let hashes: string[] = [];
  if (isHtml && isLive(path)) hashes = inlineScriptHashes(body.toString("utf8"));
  else if (isHtml) {
    const still = makeStill(body.toString("utf8"));
    if (still.broken) settings.onBroken();
    body = Buffer.from(still.html);
  }
  const policy = contentSecurityPolicy(hashes, settings.dev, path);
  const headers = [
    ...securityHeaders(settings, path),
    "Content-Security-Policy",
    policy,
    ...pass(captured.headers, isHtml, leaveOut),
  ];
  return { contentType, headers, body };
}

/** A page for everybody, ready to be kept; undefined when it must not be: not a 200, or it sets a cookie. */
export async function readyOf(
  captured: Captured,
  route: string,
  path: string,
  settings: Finishing,
): Promise<Ready | undefined> {
  if (captured.status !== 200 || captured.headers["set-cookie"]) return undefined;
  const { contentType, headers, body } = finish(captured, path, settings, notShared);
  return makeReady(route, contentType, [...headers, "Cache-Control", "private, no-cache"], body);
}

/** Sends what was made for one visitor. */
export async function sendCaptured(
  req: IncomingMessage,
  res: ServerResponse,
  captured: Captured,
  path: string,
  settings: Finishing,
): Promise<void> {
  const leaveOut = keepsTypedWords(req.method, path) ? /^cache-control$/ : /^$/;
  const { contentType, headers, body } = finish(captured, path, settings, leaveOut);
  if (leaveOut.test("cache-control")) headers.push("Cache-Control", "private, no-cache");
  if (contentType) headers.push("Content-Type", contentType);
  if (req.method === "HEAD" || captured.status === 204 || captured.status === 304) {
    send(res, captured.status, headers);
    return;
  }
  const packs = isCompressible(contentType) && !captured.headers["content-encoding"];
  const best = packs ? accepted(req.headers["accept-encoding"])[0] : undefined;
  const packed = await compress(body, best ?? "identity");
  if (packs) headers.push("Vary", "Accept-Encoding");
  if (packed.encoding !== "identity") headers.push("Content-Encoding", packed.encoding);
  send(res, captured.status, [...headers, "Content-Length", String(packed.body.length)], packed.body);
}

/** One name may stand in the list twice, such as Set-Cookie: both are sent. */
function send(res: ServerResponse, status: number, headers: string[], body?: Buffer): void {
  res.statusCode = status;
  for (let i = 0; i < headers.length; i += 2) res.appendHeader(headers[i] ?? "", headers[i + 1] ?? "");
  res.end(body);
}

/** Where people type at length: `no-store` would make the browser forget their words on the way back. */
function keepsTypedWords(method: string | undefined, path: string): boolean {
  return method === "GET" && /\/(write|reply)$/.test(path);
}

function pass(headers: OutgoingHttpHeaders, isHtml: boolean, leaveOut: RegExp): string[] {
  return Object.entries(headers).flatMap(([name, value]) => {
    if (value === undefined || hopByHop.test(name) || leaveOut.test(name)) return [];
    if (isHtml && notOfPages.test(name)) return [];
    return (Array.isArray(value) ? value : [String(value)]).flatMap((one) => [name, one]);
  });
}
