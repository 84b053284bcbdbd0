import type { Exchange } from "@/lib/server/context";
import { scriptlessHeaders } from "@/lib/server/security-headers";

/**
 * Answers a browser that asks whether a page of another site may read the public API with headers of its own: it may.
 * There is nothing in the API but what everybody can read, and no cookie counts there.
 */
export function sendPreflight(exchange: Exchange): boolean {
  const { method, path, res } = exchange;
  if (method !== "OPTIONS" || !path.startsWith("/api/v1/")) return false;
  res.writeHead(204, [
    ...scriptlessHeaders(exchange),
    ...["Access-Control-Allow-Methods", "GET, HEAD, OPTIONS"],
    ...["Access-Control-Allow-Headers", "*"],
    ...["Access-Control-Max-Age", "86400"],
    ...["Allow", "GET, HEAD, OPTIONS"],
  ]);
  res.end();
  return true;
}
