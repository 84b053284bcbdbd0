import type { IncomingMessage, ServerResponse } from "node:http";
import type { PublicPage } from "@/lib/server/cache-tags";
import { sendReady } from "@/lib/server/cached-response";
import { isCompressible } from "@/lib/server/compression";
import type { Front } from "@/lib/server/context";
import { sendPlainPage } from "@/lib/server/error-page";
import { type Form, isReadable, readForm, withForm } from "@/lib/server/next-adapter/action-form";
import { renderDetached } from "@/lib/server/next-adapter/detached-render";
import { isEmptyShell, notFoundPage } from "@/lib/server/next-adapter/error-shell";
import { type Captured, capture } from "@/lib/server/next-adapter/response-capture";
import { type Finishing, readyOf, sendCaptured } from "@/lib/server/page-response";
import { plainHeaders } from "@/lib/server/security-headers";

/** A page that is the same for everybody: rendered once, kept, sent. */
export async function sendShared(
  front: Front,
  req: IncomingMessage,
  res: ServerResponse,
  page: PublicPage,
): Promise<void> {
  const path = page.key.split("?", 1)[0] ?? "/";
  const { captured, ready } = await front.cache.render(page.key, page.tags, async () => {
    const made = await renderDetached(front.handler, page.key, front.host);
    return { captured: made, ready: await readyOf(made, page.pattern, path, finishing(front)) };
  });
  if (ready) sendReady(req, res, ready);
  else await sendFilled(front, req, res, captured, path);
}

/** A page for one visitor, or a deed. */
export async function sendOwn(front: Front, req: IncomingMessage, res: ServerResponse, path: string): Promise<void> {
  const isDeed = req.method !== "GET" && req.method !== "HEAD";
  const form = isDeed ? await readForm(req) : null;
  return new Promise((resolve, reject) => {
    res.once("close", resolve);
    capture(res, {
      passes: (type) => type.startsWith("text/event-stream") || (!isDeed && type !== "" && !isCompressible(type)),
      onPass: () => {
        const headers = plainHeaders(front, path);
        for (let i = 0; i < headers.length; i += 2) res.setHeader(headers[i] ?? "", headers[i + 1] ?? "");
      },
      onWhole: (captured) => {
        // whoever did it sees it done on the next page
        const before = isDeed ? front.catchUp() : Promise.resolve();
        before.then(() => sendFilled(front, req, res, captured, path, form)).catch(reject);
      },
    });
    front.handler(form ? withForm(req, form) : req, res).catch(reject);
  });
}

const nextFailed = Buffer.from("Internal Server Error");

/** Sends what Next answered; in place of an empty shell, words that can be read without a script. */
async function sendFilled(
  front: Front,
  req: IncomingMessage,
  res: ServerResponse,
  captured: Captured,
  path: string,
  form: Form | null = null,
): Promise<void> {
  const { status, headers, body } = captured;
  const isShell = !front.dev && status >= 400 && isEmptyShell(captured);
  // what Next says when a route throws, and when a deed does
  const isMute = status >= 500 && (body.length === 0 || body.equals(nextFailed));
  const hasFailed = isMute || (isShell && status !== 404);
  if (form && hasFailed && !(await isReadable(form))) return sendPlainPage(res, 400, plainHeaders(front, path));
  if (hasFailed) return sendFailed(front, res, path);
  // a deed that this build does not know: the page is from before an update, or the form was made up
  if (headers["x-nextjs-action-not-found"] && !req.headers["next-action"])
    return sendPlainPage(res, status === 409 ? 409 : 400, plainHeaders(front, path));
  const page = isShell ? await notFoundPage(front.handler, front.host) : captured;
  await sendCaptured(req, res, page, path, finishing(front));
}

/** Says that something failed on our side, and if it is the database, what that means for whoever sent something. */
export async function sendFailed(front: Front, res: ServerResponse, path: string): Promise<void> {
  const headers = plainHeaders(front, path);
  const { ok } = await front.health.readiness();
  const outage = front.lastOutage() ?? (ok ? null : "gone");
  if (path.startsWith("/api/")) sendFailure(res, outage ? 503 : 500, headers);
  else sendPlainPage(res, outage ?? 500, headers);
}

/** The same for programs. */
function sendFailure(res: ServerResponse, status: 500 | 503, headers: string[]): void {
  const own = ["Content-Type", "application/json", "Cache-Control", "no-store"];
  res.writeHead(status, [...headers, ...own, ...(status === 503 ? ["Retry-After", "60"] : [])]);
  res.end(JSON.stringify({ error: "Something failed on our side. Ask again in a minute." }));
}

function finishing({ dev, origin, log }: Front): Finishing {
  return {
    dev,
    origin,
    onBroken: () => log.error({}, "Part of a page shows only with JavaScript: something suspended."),
  };
}
