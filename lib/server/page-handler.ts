import type { IncomingMessage, ServerResponse } from "node:http";
import type { PublicPage } from "@/lib/server/cache-tags";
import { sendCachedResponse } from "@/lib/server/cached-response";
import { isCompressible } from "@/lib/server/compression";
import type { ServerContext } from "@/lib/server/context";
import { sendErrorPage } from "@/lib/server/error-page";
import { isParsableForm, type RequestBody, readBody, withBody } from "@/lib/server/next-adapter/action-form";
import { renderDetached } from "@/lib/server/next-adapter/detached-render";
import { isEmptyShell, renderNotFoundPage } from "@/lib/server/next-adapter/error-shell";
import { type CapturedResponse, captureResponse } from "@/lib/server/next-adapter/response-capture";
import { makeCachedPage, type ResponseOptions, sendCapturedResponse } from "@/lib/server/page-response";
import { scriptlessHeaders } from "@/lib/server/security-headers";

/** A page that is the same for everybody: rendered once, kept, sent. */
export async function sendSharedPage(
  context: ServerContext,
  req: IncomingMessage,
  res: ServerResponse,
  page: PublicPage,
): Promise<void> {
  const path = page.key.split("?", 1)[0] ?? "/";
  const { captured, cached } = await context.cache.render(page.key, page.tags, async () => {
    const rendered = await renderDetached(context.handler, page.key, context.host);
    return { captured: rendered, cached: await makeCachedPage(rendered, page.pattern, path, responseOptions(context)) };
  });
  if (cached) sendCachedResponse(req, res, cached);
  else await sendRendered(context, req, res, captured, path);
}

/** A page for one visitor, or a deed. */
export async function sendPersonalResponse(
  context: ServerContext,
  req: IncomingMessage,
  res: ServerResponse,
  path: string,
): Promise<void> {
  const isAction = req.method !== "GET" && req.method !== "HEAD";
  const form = isAction ? await readBody(req) : null;
  return new Promise((resolve, reject) => {
    res.once("close", resolve);
    captureResponse(res, {
      shouldPassThrough: (type) =>
        type.startsWith("text/event-stream") || (!isAction && type !== "" && !isCompressible(type)),
      onPassThrough: () => {
        const headers = scriptlessHeaders(context, path);
        for (let i = 0; i < headers.length; i += 2) res.setHeader(headers[i] ?? "", headers[i + 1] ?? "");
      },
      onComplete: (captured) => {
        // whoever did it sees it done on the next page
        const invalidated = isAction ? context.waitForInvalidations() : Promise.resolve();
        invalidated.then(() => sendRendered(context, req, res, captured, path, form)).catch(reject);
      },
    });
    context.handler(form ? withBody(req, form) : req, res).catch(reject);
  });
}

const nextErrorBody = Buffer.from("Internal Server Error");

/** Sends what Next answered; in place of an empty shell, words that can be read without a script. */
async function sendRendered(
  context: ServerContext,
  req: IncomingMessage,
  res: ServerResponse,
  captured: CapturedResponse,
  path: string,
  form: RequestBody | null = null,
): Promise<void> {
  const { status, headers, body } = captured;
  const isShell = !context.dev && status >= 400 && isEmptyShell(captured);
  // what Next says when a route throws, and when a deed does
  const isUnexplainedError = status >= 500 && (body.length === 0 || body.equals(nextErrorBody));
  const hasFailed = isUnexplainedError || (isShell && status !== 404);
  if (form && hasFailed && !(await isParsableForm(form)))
    return sendErrorPage(res, 400, scriptlessHeaders(context, path));
  if (hasFailed) return sendServerFailure(context, res, path);
  // a deed that this build does not know: the page is from before an update, or the form was made up
  if (headers["x-nextjs-action-not-found"] && !req.headers["next-action"])
    return sendErrorPage(res, status === 409 ? 409 : 400, scriptlessHeaders(context, path));
  const page = isShell ? await renderNotFoundPage(context.handler, context.host) : captured;
  await sendCapturedResponse(req, res, page, path, responseOptions(context));
}

/** Says that something failed on our side, and if it is the database, what that means for whoever sent something. */
export async function sendServerFailure(context: ServerContext, res: ServerResponse, path: string): Promise<void> {
  const headers = scriptlessHeaders(context, path);
  const { ok } = await context.health.readiness();
  const outage = context.lastOutage() ?? (ok ? null : "unreachable");
  if (path.startsWith("/api/")) sendApiFailure(res, outage ? 503 : 500, headers);
  else sendErrorPage(res, outage ?? 500, headers);
}

/** The same for programs. */
function sendApiFailure(res: ServerResponse, status: 500 | 503, headers: string[]): void {
  const own = ["Content-Type", "application/json", "Cache-Control", "no-store"];
  res.writeHead(status, [...headers, ...own, ...(status === 503 ? ["Retry-After", "60"] : [])]);
  res.end(JSON.stringify({ error: "Something failed on our side. Ask again in a minute." }));
}

function responseOptions({ dev, origin, log }: ServerContext): ResponseOptions {
  return {
    dev,
    origin,
    onScriptDependent: () => log.error({}, "Part of a page shows only with JavaScript: something suspended."),
  };
}
