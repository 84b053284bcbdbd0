import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { clientHeader, clientKey } from "@/lib/security/rate-limit";

// What Next, or we, would believe of a stranger: its own signals between its parts, policies whose nonce it would
// put into the page, and what a proxy says of the client.
const dangerous =
  /^(content-security-policy|x-middleware-|x-nextjs-|x-next-|x-now-|x-vercel-|x-matched-path|x-invoke-|x-prerender-|x-action-|x-forwarded-|x-original-|x-rewrite-|x-http-method|x-real-ip|x-att-|forwarded$|next-resume|next-cache)/;
// A page without Next's scripts never sends these; an answer to them is not a page.
const fromNextScripts = /^(rsc$|next-action|next-router-|next-url$|next-hmr)/;

/** What Next takes every browser for: with one that it knows nothing of, it holds back a page until it is whole. */
export const anyBrowser = "any";

type Settings = { origin?: string; live: boolean };

/** Takes away, in place, the headers that a client has no business to send. */
export function cleanInbound(headers: IncomingHttpHeaders, { origin, live }: Settings): void {
  for (const name of Object.keys(headers)) {
    if (dangerous.test(name) || (!live && fromNextScripts.test(name))) delete headers[name];
  }
  headers["user-agent"] = anyBrowser;
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
export function hideClient(
  { headers, socket }: IncomingMessage,
  forwarded: string | undefined,
  trustProxy: boolean,
): void {
  const told = trustProxy ? forwarded?.split(",").at(-1)?.trim() : undefined;
  headers[clientHeader] = clientKey(told || socket.remoteAddress || "");
  headers["x-forwarded-for"] = ""; // or Next would write the address there
}
