import type { IncomingMessage, ServerResponse } from "node:http";
import { NextRequest } from "next/server";
import type { ServerContext } from "@/lib/server/context";
import { sendErrorPage } from "@/lib/server/error-page";
import { isParsableForm, parseFormData, readBody } from "@/lib/server/next-adapter/action-form";
import { compileRoute, matchRoute } from "@/lib/server/route-pattern";
import { scriptlessHeaders } from "@/lib/server/security-headers";

// Loaded once Next has started: next/server needs what Next sets up.

/** What such a route may read of a request. Next's own has all of it, and takes four times as long to make. */
export type FastRequest = Pick<NextRequest, "formData"> & {
  headers: Pick<Headers, "get">;
  cookies: Pick<NextRequest["cookies"], "get">;
};

// each route says for itself which names its address has
// biome-ignore lint/suspicious/noExplicitAny: as Next itself has it
type PostHandler = (request: FastRequest, context: { params: Promise<any> }) => Promise<Response>;

/** What many send at once, by the patterns of its addresses: the POST of a route that needs nothing of Next. */
export type FastRoutes = Record<string, PostHandler>;
type SendFastResponse = (context: ServerContext, req: IncomingMessage, res: ServerResponse) => Promise<void>;
/** What answers a path without Next, with its pattern; null for every other, also one that does not fit exactly. */
export type FastRouteFinder = (path: string) => { pattern: string; send: SendFastResponse } | null;

export function createFastRouteFinder(routes: FastRoutes): FastRouteFinder {
  const table = Object.entries(routes).map(([pattern, post]) => ({ pattern: compileRoute(pattern), post }));
  return (path) => {
    for (const { pattern, post } of table) {
      const params = matchRoute(pattern, path);
      if (!params) continue;
      const call = (request: FastRequest) => post(request, { params: Promise.resolve(params) });
      return { pattern: pattern.pattern, send: (context, req, res) => sendFastResponse(context, req, res, path, call) };
    }
    return null;
  };
}

const noCookies: FastRequest["cookies"] = { get: () => undefined };

/** It leads to a page of the sender's own, which is made from the database: nothing that is kept need be dropped first. */
async function sendFastResponse(
  context: ServerContext,
  req: IncomingMessage,
  res: ServerResponse,
  path: string,
  post: (request: FastRequest) => Promise<Response>,
): Promise<void> {
  const headers = { get: (name: string) => String(req.headers[name] ?? "") || null };
  const cookie = headers.get("cookie");
  const cookies = cookie ? new NextRequest(`http://${context.host}`, { headers: { cookie } }).cookies : noCookies;
  const ownHeaders = scriptlessHeaders(context, path);
  const form = await readBody(req);
  let response: Response;
  try {
    response = await post({ headers, cookies, formData: () => parseFormData(form) });
  } catch (error) {
    if (await isParsableForm(form)) throw error;
    return sendErrorPage(res, 400, ownHeaders);
  }
  const responseHeaders = [...response.headers].flat(); // each Set-Cookie stands by itself
  const body = Buffer.from(await response.arrayBuffer());
  res.writeHead(response.status, [
    ...ownHeaders,
    ...responseHeaders,
    "Cache-Control",
    "no-store",
    "Content-Length",
    String(body.length),
  ]);
  if (body.length > 0) res.end(body);
  else res.end();
}
