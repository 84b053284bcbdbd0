import { pipeline } from "node:stream/promises";
import { type FormOutcome, watchFormOutcome } from "@/lib/forms/form-outcome";
import type { Access } from "@/lib/routes";
import { randomSecret } from "@/lib/security/encryption";
import { clientOf } from "@/lib/server/client-address";
import { isCompressible } from "@/lib/server/compression";
import type { Exchange } from "@/lib/server/context";
import { sendErrorPage } from "@/lib/server/error-page";
import { sendFailure, sendServerFailure } from "@/lib/server/failure";
import { findInterruption, sendInterrupted, sendToUnsentText } from "@/lib/server/interrupted-request";
import { isParsableForm } from "@/lib/server/next-adapter/action-form";
import {
  isEmptyShell,
  isForNextScript,
  isUnexplainedFailure,
  isUnknownAction,
  renderNotFoundPage,
} from "@/lib/server/next-adapter/failed-response";
import {
  type CapturedResponse,
  type NextResponse,
  readResponse,
  requestNext,
} from "@/lib/server/next-adapter/next-request";
import { nonceHeader } from "@/lib/server/next-adapter/page-html";
import { forwardHeaders, sendCapturedResponse } from "@/lib/server/page-response";
import { Overloaded } from "@/lib/server/render-queue";
import { type RequestBody, readBody } from "@/lib/server/request-body";
import { scriptlessHeaders } from "@/lib/server/security-headers";
import { unsentFormHtml } from "@/lib/server/unsent-form-html";

const staffAccess = new Set<Access>(["staff", "rep", "union", "officer", "admin"]);

/** Asks Next: for one visitor's page, for an action, for everything that no other stage answered. */
export async function sendNextResponse(exchange: Exchange): Promise<boolean> {
  const { server, req, res, method, isRead, page, match } = exchange;
  try {
    const form = isRead ? undefined : await readBody(req);
    if (match?.route.hydrates && !server.dev) exchange.nonce = randomSecret();
    const headers = exchange.nonce ? { ...req.headers, ...nonceHeader(exchange.nonce) } : req.headers;
    const request = { method, url: page?.key ?? req.url ?? "/", headers, body: form?.bytes };
    const outcome: FormOutcome = {};
    const render = async () => {
      if (res.closed) return null; // the client has gone while it waited
      const response = await watchFormOutcome(outcome, () => requestNext(server.next, request, res));
      return isStreamed(exchange, response) ? response : { captured: await readResponse(response) };
    };
    const rendered = await inTurn(exchange, render).catch((error) =>
      error instanceof Overloaded ? sendFailure(exchange, error, form) : Promise.reject(error),
    );
    if (!rendered) return true;
    if ("body" in rendered) await streamResponse(exchange, rendered);
    else {
      const { captured } = rendered;
      if (!isRead) await server.waitForInvalidations(); // the next page shows what the action did
      await sendRendered(exchange, captured, form, outcome);
    }
  } catch (error) {
    if (!res.closed) throw error; // else the client has gone
  }
  return true;
}

/** What Next requests itself runs at once: what it answers has a turn already, and would wait for it for ever. */
const inTurn = <T>(exchange: Exchange, work: () => Promise<T>): Promise<T> =>
  exchange.isOwn ? work() : queueOf(exchange).run(clientOf(exchange), null, work);

/** Staff's pages and actions do not wait for the public's. */
function queueOf({ server, match }: Exchange) {
  const access = [match?.route.access ?? "public"].flat();
  return access.every((group) => staffAccess.has(group)) ? server.renders.staff : server.renders.public;
}

/** Sends what Next rendered, or in place of its failures a page of ours that can be read without a script. */
export async function sendRendered(
  exchange: Exchange,
  captured: CapturedResponse,
  form?: RequestBody,
  outcome: FormOutcome = {},
): Promise<void> {
  const { server, req } = exchange;
  const isShell = !server.dev && isEmptyShell(captured);
  const hasFailed = isUnexplainedFailure(captured) || (isShell && captured.status !== 404);
  if (form && hasFailed && !(await isParsableForm(form))) return sendErrorPage(exchange, 400);
  if (hasFailed) return sendServerFailure(exchange, form);
  // its script takes any status but 200 for a failure, and shows a message or loads the page itself
  if (outcome.hasThrown && isForNextScript(captured)) return sendServerFailure(exchange);
  const interruption = form && findInterruption(captured, outcome);
  if (interruption && (await sendInterrupted(exchange, form, interruption, outcome.failure))) return;
  if (await sendToUnsentText(exchange, captured)) return;
  if (isUnknownAction(captured, req)) {
    return sendErrorPage(exchange, captured.status === 409 ? 409 : 400, await unsentFormHtml(req, form, false));
  }
  const page = isShell ? await renderNotFoundPage(server.next, server.host) : captured;
  await sendCapturedResponse(exchange, page);
}

/** Whether a response goes out as it comes: events, and what is not compressed, such as pictures. */
function isStreamed({ isRead }: Exchange, { headers }: NextResponse): boolean {
  const type = String(headers["content-type"] ?? "");
  return type.startsWith("text/event-stream") || (isRead && type !== "" && !isCompressible(type));
}

async function streamResponse(exchange: Exchange, { status, headers, body }: NextResponse): Promise<void> {
  const { res } = exchange;
  const own = scriptlessHeaders(exchange);
  res.statusCode = status;
  for (const [name, value] of forwardHeaders(headers)) res.setHeader(name, value);
  for (let i = 0; i < own.length; i += 2) res.setHeader(own[i] ?? "", own[i + 1] ?? "");
  res.flushHeaders();
  await pipeline(body, res);
}
