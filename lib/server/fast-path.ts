import type { NextRequest } from "next/server";
import type { RouteName, routes } from "@/lib/routes";
import type { Exchange } from "@/lib/server/context";
import { sendErrorPage } from "@/lib/server/error-page";
import { sendFailure } from "@/lib/server/failure";
import { isParsableForm } from "@/lib/server/next-adapter/action-form";
import { requestCookies } from "@/lib/server/next-adapter/request-cookies";
import { parseFormData, readBody } from "@/lib/server/request-body";
import { scriptlessHeaders } from "@/lib/server/security-headers";

/** What such a route may read of a request. Next's own has all of it, and takes four times as long to make. */
export type FastRequest = Pick<NextRequest, "formData"> & {
  headers: Pick<Headers, "get">;
  cookies: Pick<NextRequest["cookies"], "get">;
};

// each route declares the segments of its own address
// biome-ignore lint/suspicious/noExplicitAny: as Next itself types it
type PostHandler = (request: FastRequest, context: { params: Promise<any> }) => Promise<Response>;

type FastRouteName = {
  [Name in RouteName]: (typeof routes)[Name] extends { fastPath: true } ? Name : never;
}[RouteName];

/** The POST of each route with a fast path: many people send it at once, and it needs nothing of Next. */
export type FastRoutes = Record<FastRouteName, PostHandler>;

/**
 * Answers without Next. Such a route leads to a page of the sender's own, rendered from the database: no cached page
 * need be dropped first.
 */
export async function sendFastResponse(exchange: Exchange): Promise<boolean> {
  const { server, req, res, method, match } = exchange;
  const post = method === "POST" && match?.isPlain ? server.fastRoutes?.[match.name as FastRouteName] : undefined;
  if (!post) return false;
  const headers = { get: (name: string) => String(req.headers[name] ?? "") || null };
  const cookies = await requestCookies(req.headers.cookie);
  const form = await readBody(req);
  let response: Response;
  try {
    const params = Promise.resolve({ ...match?.params });
    response = await post({ headers, cookies, formData: () => parseFormData(form) }, { params });
  } catch (error) {
    if (await isParsableForm(form)) await sendFailure(exchange, error, form);
    else sendErrorPage(exchange, 400);
    return true;
  }
  const body = Buffer.from(await response.arrayBuffer());
  res.writeHead(response.status, [
    ...scriptlessHeaders(exchange),
    ...[...response.headers].flat(), // each Set-Cookie is an entry of its own
    ...["Cache-Control", "no-store", "Content-Length", String(body.length)],
  ]);
  if (body.length > 0) res.end(body);
  else res.end();
  return true;
}
