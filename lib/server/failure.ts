import type { Exchange } from "@/lib/server/context";
import { sendErrorPage } from "@/lib/server/error-page";
import { scriptlessHeaders } from "@/lib/server/security-headers";

/** A stage threw an error. */
export async function sendFailure(exchange: Exchange, error: unknown): Promise<void> {
  exchange.server.log.failure(error, "server");
  if (exchange.res.headersSent) exchange.res.destroy();
  else await sendServerFailure(exchange);
}

/** The page for a failure on our side; if it is the database's, with what that means for somebody who sent a form. */
export async function sendServerFailure(exchange: Exchange): Promise<void> {
  const { server, path } = exchange;
  const { ok } = await server.health.readiness();
  const outage = server.lastOutage() ?? (ok ? null : "unreachable");
  if (path.startsWith("/api/")) sendApiFailure(exchange, outage ? 503 : 500);
  else sendErrorPage(exchange, outage ?? 500);
}

/** The same for programs. */
function sendApiFailure(exchange: Exchange, status: 500 | 503): void {
  const own = ["Content-Type", "application/json", "Cache-Control", "no-store"];
  const headers = [...scriptlessHeaders(exchange), ...own, ...(status === 503 ? ["Retry-After", "60"] : [])];
  exchange.res.writeHead(status, headers);
  exchange.res.end(JSON.stringify({ error: "Something failed on our side. Ask again in a minute." }));
}
