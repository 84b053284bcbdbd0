import type { IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import type { Readable } from "node:stream";
import inject, { type InjectOptions } from "light-my-request";
import { pathHeader } from "@/lib/server/breadcrumbs";
import { pathOf } from "@/lib/server/cache-tags";
import { neutralUserAgent, ownRequest } from "@/lib/server/next-adapter/request-headers";
import { findRoute } from "@/lib/server/route-table";

/** What answers a request: Next, or a stub in tests. */
export type NextHandler = (req: IncomingMessage, res: ServerResponse) => Promise<void>;

type NextRequest = { method: string; url: string; headers: IncomingHttpHeaders; body?: Buffer };
/** Its headers have come; the body may still be on its way. */
export type NextResponse = { status: number; headers: OutgoingHttpHeaders; body: Readable };
export type CapturedResponse = { status: number; headers: OutgoingHttpHeaders; body: Buffer };

const renderTimeout = 30_000;

/**
 * Passes a request to Next and gives its response once the headers have come.
 * @param client whose request it is: when the connection closes, Next stops
 * @throws what the handler throws before the headers; an error after them destroys the body
 */
export async function requestNext(
  handler: NextHandler,
  { method, url, headers, body }: NextRequest,
  client?: ServerResponse,
): Promise<NextResponse> {
  const dispatch = (req: IncomingMessage, res: ServerResponse) => {
    req.url = url; // as it came: the library has normalised it
    client?.once("close", () => res.destroy());
    handler(req, res).catch((error) => res.destroy(error));
  };
  const path = pathOf(url);
  const ours = { [ownRequest.name]: ownRequest.token, ...(findRoute(path)?.isPlain && { [pathHeader]: path }) };
  const options = { method: method as InjectOptions["method"], url, headers: { ...headers, ...ours }, payload: body };
  const response = await inject(dispatch, { ...options, validate: false, payloadAsStream: true });
  return { status: response.statusCode, headers: response.headers, body: response.stream() };
}

export async function readResponse({ status, headers, body }: NextResponse): Promise<CapturedResponse> {
  const chunks: Buffer[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return { status, headers, body: Buffer.concat(chunks) };
}

/**
 * Asks for a page on nobody's behalf: without cookies or any header of a visitor's, so that nothing of theirs can be
 * in it, and to its end even if they have gone.
 * @throws Error when the handler fails, or takes longer than 30 seconds
 */
export async function renderDetached(handler: NextHandler, url: string, host: string): Promise<CapturedResponse> {
  const headers = { host, accept: "*/*", "user-agent": neutralUserAgent };
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("A page took too long to render.")), renderTimeout);
  });
  const rendered = requestNext(handler, { method: "GET", url, headers }).then(readResponse);
  try {
    return await Promise.race([rendered, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
