import type { IncomingHttpHeaders } from "node:http";
import { automaticHeader } from "@/lib/auth/session.rules";
import { randomSecret } from "@/lib/security/encryption";
import type { Exchange } from "@/lib/server/context";

// What Next, or we, would believe of a stranger: signals between Next's own parts, policies whose nonce it would put
// into the page, and what a proxy adds about the client.
const untrustedHeaders =
  /^(content-security-policy|x-middleware-|x-nextjs-|x-next-|x-now-|x-vercel-|x-matched-path|x-invoke-|x-prerender-|x-action-|x-forwarded-|x-original-|x-rewrite-|x-http-method|x-real-ip|x-att-|forwarded$|next-resume|next-cache)/;
// A page without Next's scripts never sends these; what Next answers to them is not a page.
const nextScriptHeaders = /^(rsc$|next-action|next-router-|next-url$|next-hmr)/;

/**
 * Next requests pages and actions from its own server, with the headers of the request that it answers: the page that an
 * action redirects to, an action of another page. Only what Next was given bears this token, so such a request is known.
 */
export const ownRequest = { name: "x-att-own", token: randomSecret() } as const;

/** What Next takes every browser for: with one that it does not know, it sends a page in one piece, not streamed. */
export const neutralUserAgent = "any";

/** Takes away the headers that a client has no business to send. */
export function sanitiseHeaders(exchange: Exchange): boolean {
  const { server, req, path, match, isRead } = exchange;
  exchange.isOwn = req.headers[ownRequest.name] === ownRequest.token;
  const isHydrated = match?.route.hydrates === true || (server.dev && path.startsWith("/_next/"));
  sanitiseRequestHeaders(req.headers, { origin: server.origin, isHydrated });
  // a hydrated page has plain links: what Next's script fetches is the page itself, after an event
  if (match?.route.isAutomatic || (isRead && req.headers.rsc !== undefined)) req.headers[automaticHeader] = "1";
  return false;
}

/** The same, in place. @param origin ours, where it is set; Next then takes no other for it */
export function sanitiseRequestHeaders(
  headers: IncomingHttpHeaders,
  { origin, isHydrated }: { origin?: string; isHydrated: boolean },
): void {
  for (const name of Object.keys(headers)) {
    if (untrustedHeaders.test(name) || (!isHydrated && nextScriptHeaders.test(name))) delete headers[name];
  }
  headers["user-agent"] = neutralUserAgent;
  // refuseCrossSite has found it to be ours; Next would refuse the form of a browser that hides it
  if (headers.origin === "null") headers.origin = origin ?? `http://${headers.host}`;
  if (!origin) return;
  const { host, protocol } = new URL(origin);
  headers.host = host;
  headers["x-forwarded-host"] = host;
  headers["x-forwarded-proto"] = protocol.slice(0, -1);
}
