import type { IncomingHttpHeaders } from "node:http";
import type { Exchange } from "@/lib/server/context";
import { sendErrorPage } from "@/lib/server/error-page";
import type { RouteMatch } from "@/lib/server/route-table";
import { isTranslator, sendTranslatedForm } from "@/lib/server/translated-form";

type Request = { method: string; match: RouteMatch | null; headers: IncomingHttpHeaders };

const secret = /^[A-Za-z0-9_-]{40,200}$/;

export function refuseCrossSite(exchange: Exchange): boolean | Promise<boolean> {
  const { server, req, method, match } = exchange;
  if (!isCrossSite({ method, match, headers: req.headers }, server.origin)) return false;
  if (method === "POST" && isTranslator(req.headers.origin)) return sendTranslatedForm(exchange);
  sendErrorPage(exchange, 403);
  return true;
}

/**
 * Whether a request that may change something comes from elsewhere than a page of ours. A browser always names the site
 * that a form was sent from: a request that does not counts as from elsewhere.
 * @param origin ours, such as "https://example.org"; without it, http on the Host of the request
 */
export function isCrossSite({ method, match, headers }: Request, origin?: string): boolean {
  if (method === "GET" || method === "HEAD" || acceptsCrossSite(match)) return false;
  const from = headers.origin;
  const fetchSite = headers["sec-fetch-site"];
  const ownOrigin = origin ? new URL(origin).origin : `http://${headers.host}`;
  // hardened browsers hide the origin, but say that the page is ours; a page in a sandbox is "cross-site" to them
  if (from === "null") return fetchSite !== "same-origin";
  if (from !== undefined && from !== ownOrigin) return true;
  if (fetchSite === undefined) return from === undefined;
  if (fetchSite === "none") return from === undefined; // a reload that sends the form again
  return fetchSite !== "same-origin";
}

/** A mail program's one-click unsubscribe comes from elsewhere, to an address that only the mail holds. */
const acceptsCrossSite = (match: RouteMatch | null): boolean =>
  match?.route.acceptsCrossSite === true && Object.values(match.params).some((text) => secret.test(text ?? ""));
