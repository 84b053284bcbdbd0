import type { OutgoingHttpHeaders } from "node:http";
import { randomSecret } from "@/lib/security/encryption";
import { type CachedResponse, createCachedResponse } from "@/lib/server/cached-response";
import { acceptedEncodings, compress, isCompressible } from "@/lib/server/compression";
import type { Exchange } from "@/lib/server/context";
import type { CapturedResponse } from "@/lib/server/next-adapter/next-request";
import { carriesNonce, markErrorInTitle, markForms, removeNextScripts } from "@/lib/server/next-adapter/page-html";
import { routeName } from "@/lib/server/route-table";
import { pageHeaders } from "@/lib/server/security-headers";

/** A page of a server, whoever reads it. */
export type PageTarget = Pick<Exchange, "path" | "match" | "server" | "nonce">;
type FinalResponse = { contentType: string; headers: string[]; body: Buffer };

const hopByHop = /^(connection|keep-alive|transfer-encoding|date|x-powered-by|etag)$/;
const setHere = /^(content-length|content-type)$/;
// what makes sense for one visitor only, or is set here
const perVisitorHeaders = /^(cache-control|vary|x-nextjs-|set-cookie)/;
// in the page's head as well
const headersOmittedFromPages = /^link$/;

/** A page for everybody, ready to be cached; undefined when it must not be: not a 200, or it sets a cookie. */
export async function makeCachedPage(
  exchange: PageTarget,
  captured: CapturedResponse,
): Promise<CachedResponse | undefined> {
  if (captured.status !== 200 || captured.headers["set-cookie"]) return undefined;
  const { contentType, headers, body } = finaliseResponse(exchange, captured, perVisitorHeaders);
  const name = routeName(exchange.path, exchange.match);
  return createCachedResponse(name, contentType, [...headers, "Cache-Control", "private, no-cache"], body);
}

/** Sends what was rendered for one visitor. */
export async function sendCapturedResponse(exchange: Exchange, captured: CapturedResponse): Promise<void> {
  const { req, method } = exchange;
  const { status } = captured;
  const preservesTypedText = method === "GET" && exchange.match?.route.preservesTypedText === true;
  const { contentType, headers, ...page } = finaliseResponse(
    exchange,
    captured,
    preservesTypedText ? /^cache-control$/ : /^$/,
  );
  let { body } = page;
  if (preservesTypedText) {
    // the text comes back only into the browser's own copy of the page, which goes when somebody signs out
    headers.push("Cache-Control", "private, no-cache");
    if (contentType.startsWith("text/html")) body = Buffer.from(markForms(body.toString("utf8"), randomSecret()));
  }
  if (contentType) headers.push("Content-Type", contentType);
  if (endsSession(captured)) headers.push("Clear-Site-Data", '"cache", "storage"');
  if (method === "HEAD" || status === 204 || status === 304) return send(exchange, status, headers);
  const shouldCompress = isCompressible(contentType) && !captured.headers["content-encoding"];
  const bestEncoding = shouldCompress ? acceptedEncodings(req.headers["accept-encoding"])[0] : undefined;
  const compressed = await compress(body, bestEncoding ?? "identity");
  if (shouldCompress) headers.push("Vary", "Accept-Encoding");
  if (compressed.encoding !== "identity") headers.push("Content-Encoding", compressed.encoding);
  send(exchange, status, [...headers, "Content-Length", String(compressed.body.length)], compressed.body);
}

/**
 * Whether a response takes the session from the browser: by signing out, leaving or erasing. The browser then clears what
 * it has of ours; this header leaves its cookies alone, since it would delete those of the operator's other services
 * as well.
 */
const endsSession = ({ headers }: CapturedResponse): boolean =>
  [headers["set-cookie"] ?? []].flat().some((cookie) => /^(__Host-)?session=;/.test(cookie));

/** The headers of Next's that go on to the client: each Set-Cookie by itself. */
export const forwardHeaders = (headers: OutgoingHttpHeaders): [name: string, value: string | string[]][] =>
  Object.entries(headers).flatMap(([name, value]): [string, string | string[]][] =>
    value === undefined || hopByHop.test(name) ? [] : [[name, Array.isArray(value) ? value : String(value)]],
  );

/** Turns what Next rendered into what is sent: without scripts where the page does not hydrate, and with our headers. */
function finaliseResponse(exchange: PageTarget, captured: CapturedResponse, omitted: RegExp): FinalResponse {
  const { server, match } = exchange;
  const contentType = String(captured.headers["content-type"] ?? "");
  const isHtml = contentType.startsWith("text/html");
  let { body } = captured;
  // a page that was rendered for nobody, such as "not found", has no nonce: it is plain HTML also at such an address
  const nonce = isHtml && exchange.nonce && carriesNonce(body, exchange.nonce) ? exchange.nonce : undefined;
  const hydrates = nonce !== undefined || (server.dev && match?.route.hydrates);
  if (isHtml && !hydrates) {
    const { html, broken } = removeNextScripts(body.toString("utf8"));
    if (broken) server.log.error({}, "Part of a page shows only with JavaScript: something suspended.");
    body = Buffer.from(markErrorInTitle(html));
  }
  const forwarded = forwardHeaders(captured.headers).flatMap(([name, value]) => {
    if (setHere.test(name) || omitted.test(name) || (isHtml && headersOmittedFromPages.test(name))) return [];
    return [value].flat().flatMap((one) => [name, one]);
  });
  return { contentType, headers: [...pageHeaders(exchange, nonce, server.dev), ...forwarded], body };
}

/** A name may be twice in the list, such as Set-Cookie: both are sent. */
function send({ res }: Exchange, status: number, headers: string[], body?: Buffer): void {
  res.statusCode = status;
  for (let i = 0; i < headers.length; i += 2) res.appendHeader(headers[i] ?? "", headers[i + 1] ?? "");
  res.end(body);
}
