import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { clientHeader, clientKey } from "@/lib/security/rate-limit";

// What Next, or we, would believe of a stranger: its own signals between its parts, policies whose nonce it would
// put into the page, and what a proxy says of the client.
const untrustedHeaders =
  /^(content-security-policy|x-middleware-|x-nextjs-|x-next-|x-now-|x-vercel-|x-matched-path|x-invoke-|x-prerender-|x-action-|x-forwarded-|x-original-|x-rewrite-|x-http-method|x-real-ip|x-att-|forwarded$|next-resume|next-cache)/;
// A page without Next's scripts never sends these; an answer to them is not a page.
const nextScriptHeaders = /^(rsc$|next-action|next-router-|next-url$|next-hmr)/;

/** What Next takes every browser for: with one that it knows nothing of, it holds back a page until it is whole. */
export const neutralUserAgent = "any";

type HeaderOptions = { origin?: string; isHydrated: boolean };

/** Takes away, in place, the headers that a client has no business to send. */
export function sanitiseRequestHeaders(headers: IncomingHttpHeaders, { origin, isHydrated }: HeaderOptions): void {
  for (const name of Object.keys(headers)) {
    if (untrustedHeaders.test(name) || (!isHydrated && nextScriptHeaders.test(name))) delete headers[name];
  }
  headers["user-agent"] = neutralUserAgent;
  if (!origin) return;
  const { host, protocol } = new URL(origin);
  headers.host = host;
  headers["x-forwarded-host"] = host;
  headers["x-forwarded-proto"] = protocol.slice(0, -1);
}

/**
 * Puts into the request who the client is for today, and nothing of its address.
 * @param trustProxy whether a proxy of ours says who asked; the last address is the one that it added
 */
export function replaceClientAddress(
  { headers, socket }: IncomingMessage,
  forwarded: string | undefined,
  trustProxy: boolean,
): void {
  const forwardedAddress = trustProxy ? forwarded?.split(",").at(-1)?.trim() : undefined;
  headers[clientHeader] = clientKey(forwardedAddress || socket.remoteAddress || "");
  headers["x-forwarded-for"] = ""; // or Next would write the address there
}
