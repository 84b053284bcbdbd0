import type { IncomingMessage, ServerResponse } from "node:http";
import { NextRequest } from "next/server";
import { isReadable, readForm } from "@/lib/front/form";
import type { Front } from "@/lib/front/front";
import { compile, match } from "@/lib/front/patterns";
import { sendPlainPage } from "@/lib/front/plain-page";
import { contentSecurityPolicy, securityHeaders } from "@/lib/front/security";

// Loaded once Next has started: next/server needs what Next sets up.

// each route says for itself which names its address has
// biome-ignore lint/suspicious/noExplicitAny: as Next itself has it
type Post = (request: NextRequest, context: { params: Promise<any> }) => Promise<Response>;

/** What many send at once, by the patterns of its addresses: the POST of a route that needs nothing of Next. */
export type QuickRoutes = Record<string, Post>;
type Send = (front: Front, req: IncomingMessage, res: ServerResponse) => Promise<void>;
/** What answers a path without Next; null for every other, also one that does not fit exactly. */
export type QuickFinder = (path: string) => Send | null;

export function quickFinder(routes: QuickRoutes): QuickFinder {
  const table = Object.entries(routes).map(([pattern, post]) => ({ pattern: compile(pattern), post }));
  return (path) => {
    for (const { pattern, post } of table) {
      const params = match(pattern, path);
      if (params)
        return (front, req, res) => send(front, req, res, path, (to) => post(to, { params: Promise.resolve(params) }));
    }
    return null;
  };
}

/** It leads to a page of the sender's own, which is made from the database: nothing that is kept need be dropped first. */
async function send(
  front: Front,
  req: IncomingMessage,
  res: ServerResponse,
  path: string,
  post: (request: NextRequest) => Promise<Response>,
): Promise<void> {
  const headers = new Headers();
  for (const [name, value] of Object.entries(req.headers)) if (typeof value === "string") headers.set(name, value);
  const address = new URL(path, `http://${front.host}`);
  const own = [...securityHeaders(front, path), "Content-Security-Policy", contentSecurityPolicy()];
  const form = await readForm(req);
  let answer: Response;
  try {
    answer = await post(new NextRequest(address, { method: "POST", headers, body: form.body }));
  } catch (error) {
    if (await isReadable(form)) throw error;
    return sendPlainPage(res, 400, own);
  }
  const said = [...answer.headers].flat(); // each Set-Cookie stands by itself
  const body = Buffer.from(await answer.arrayBuffer());
  res.writeHead(answer.status, [...own, ...said, "Cache-Control", "no-store", "Content-Length", String(body.length)]);
  res.end(body);
}
