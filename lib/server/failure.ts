import type { Exchange } from "@/lib/server/context";
import { sendErrorPage } from "@/lib/server/error-page";
import { Overloaded } from "@/lib/server/render-queue";
import type { RequestBody } from "@/lib/server/request-body";
import { scriptlessHeaders } from "@/lib/server/security-headers";
import { unsentFormHtml } from "@/lib/server/unsent-form-html";

/** A stage threw an error. */
export async function sendFailure(exchange: Exchange, error: unknown, form?: RequestBody): Promise<void> {
  if (error instanceof Overloaded) return sendOverloaded(exchange, form);
  exchange.server.log.failure(error, "server");
  if (exchange.res.headersSent) exchange.res.destroy();
  else await sendServerFailure(exchange, form);
}

/** The page for a failure on our side, with the text of the form that was sent; if it is the database's, that is stated. */
export async function sendServerFailure(exchange: Exchange, form?: RequestBody): Promise<void> {
  const { server, path } = exchange;
  const { ok } = await server.health.readiness();
  const outage = server.lastOutage() ?? (ok ? null : "unreachable");
  if (path.startsWith("/api/v1/")) sendApiFailure(exchange, outage ? 503 : 500);
  else sendErrorPage(exchange, outage ?? 500, await unsentFormHtml(exchange.req, form));
}

/** Too much waits: a plain page, with the text of the form that was sent. */
async function sendOverloaded(exchange: Exchange, form?: RequestBody): Promise<void> {
  if (exchange.path.startsWith("/api/v1/")) sendApiFailure(exchange, 503);
  else sendErrorPage(exchange, "busy", await unsentFormHtml(exchange.req, form));
}

/** What programs read in place of an answer. */
export const apiFailureText = "Something went wrong. Try again in a minute.";

/** The same for programs. */
function sendApiFailure(exchange: Exchange, status: 500 | 503): void {
  const own = ["Content-Type", "application/json", "Cache-Control", "no-store"];
  const headers = [...scriptlessHeaders(exchange), ...own, ...(status === 503 ? ["Retry-After", "60"] : [])];
  exchange.res.writeHead(status, headers);
  exchange.res.end(JSON.stringify({ error: apiFailureText }));
}
