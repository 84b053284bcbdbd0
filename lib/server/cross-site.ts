import type { IncomingHttpHeaders } from "node:http";

/** What may be posted to from elsewhere: a mail reader's one-click unsubscribe, whose address holds a secret. */
const unsubscribePath = /^\/unsubscribe\/[A-Za-z0-9_-]{40,200}\/now$/;

type Request = { method: string; path: string; headers: IncomingHttpHeaders };

/**
 * Whether to refuse: a deed that does not come from a page of ours. A browser always says where a form was sent
 * from, so that a request that does not say is refused as well.
 * @param origin ours, such as "https://example.org"; without it, http on the Host that was asked for
 */
export function isCrossSite({ method, path, headers }: Request, origin?: string): boolean {
  if (method === "GET" || method === "HEAD" || unsubscribePath.test(path)) return false;
  const from = headers.origin;
  const fetchSite = headers["sec-fetch-site"];
  const ownOrigin = origin ? new URL(origin).origin : `http://${headers.host}`;
  if (from !== undefined && from !== ownOrigin) return true;
  if (fetchSite === undefined) return from === undefined;
  if (fetchSite === "none") return from === undefined; // a reload that sends the form again
  return fetchSite !== "same-origin";
}
