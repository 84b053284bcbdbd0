import type { IncomingMessage, ServerResponse } from "node:http";
import { NextRequest } from "next/server";
import type { Front } from "@/lib/server/context";
import { sendPlainPage } from "@/lib/server/error-page";
import { fieldsOf, isReadable, readForm } from "@/lib/server/next-adapter/action-form";
import { compile, match } from "@/lib/server/route-pattern";
import { plainHeaders } from "@/lib/server/security-headers";

// Loaded once Next has started: next/server needs what Next sets up.

/** What such a route may read of a request. Next's own has all of it, and takes four times as long to make. */
export type Asked = Pick<NextRequest, "formData"> & {
  headers: Pick<Headers, "get">;
  cookies: Pick<NextRequest["cookies"], "get">;
};

// each route says for itself which names its address has
// biome-ignore lint/suspicious/noExplicitAny: as Next itself has it
type Post = (request: Asked, context: { params: Promise<any> }) => Promise<Response>;

/** What many send at once, by the patterns of its addresses: the POST of a route that needs nothing of Next. */
export type QuickRoutes = Record<string, Post>;
type Send = (front: Front, req: IncomingMessage, res: ServerResponse) => Promise<void>;
/** What answers a path without Next, with its pattern; null for every other, also one that does not fit exactly. */
export type QuickFinder = (path: string) => { pattern: string; send: Send } | null;

export function quickFinder(routes: QuickRoutes): QuickFinder {
  const table = Object.entries(routes).map(([pattern, post]) => ({ pattern: compile(pattern), post }));
  return (path) => {
    for (const { pattern, post } of table) {
      const params = match(pattern, path);
      if (!params) continue;
      const call = (asked: Asked) => post(asked, { params: Promise.resolve(params) });
      return { pattern: pattern.pattern, send: (front, req, res) => send(front, req, res, path, call) };
    }
    return null;
  };
}

const noCookies: Asked["cookies"] = { get: () => undefined };

/** It leads to a page of the sender's own, which is made from the database: nothing that is kept need be dropped first. */
async function send(
  front: Front,
  req: IncomingMessage,
  res: ServerResponse,
  path: string,
  post: (request: Asked) => Promise<Response>,
): Promise<void> {
  const headers = { get: (name: string) => String(req.headers[name] ?? "") || null };
  const cookie = headers.get("cookie");
  const cookies = cookie ? new NextRequest(`http://${front.host}`, { headers: { cookie } }).cookies : noCookies;
  const own = plainHeaders(front, path);
  const form = await readForm(req);
  let answer: Response;
  try {
    answer = await post({ headers, cookies, formData: () => fieldsOf(form) });
  } catch (error) {
    if (await isReadable(form)) throw error;
    return sendPlainPage(res, 400, own);
  }
  const said = [...answer.headers].flat(); // each Set-Cookie stands by itself
  const body = Buffer.from(await answer.arrayBuffer());
  res.writeHead(answer.status, [...own, ...said, "Cache-Control", "no-store", "Content-Length", String(body.length)]);
  if (body.length > 0) res.end(body);
  else res.end();
}
