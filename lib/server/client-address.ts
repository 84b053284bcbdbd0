import type { IncomingMessage } from "node:http";
import { clientHeader, clientKey } from "@/lib/security/rate-limit";
import type { Exchange } from "@/lib/server/context";

export const unusedForwardedForWarning =
  "X-Forwarded-For came, and TRUST_PROXY is not set: if a proxy of yours sends it, all clients share one line and one limit. Set TRUST_PROXY=1 then. Whoever has no proxy can take no notice: somebody sent the header themselves.";

/** Whether a proxy may be in front that the settings do not name, so that everybody looks like one client. */
export const isProxyUnused = (forwardedFor: string, trustProxy: boolean): boolean =>
  !trustProxy && forwardedFor.trim() !== "";

export function hideClientAddress({ server, req, forwardedFor }: Exchange): boolean {
  if (!server.isProxyUnused && isProxyUnused(forwardedFor, server.trustProxy)) {
    server.isProxyUnused = true; // written once: the header comes with each request, or from anybody
    server.log.warn({}, unusedForwardedForWarning);
  }
  replaceClientAddress(req, forwardedFor, server.trustProxy);
  return false;
}

/** The key of the client for today, which `hideClientAddress` has put there. */
export const clientOf = ({ req }: Exchange): string => String(req.headers[clientHeader] ?? "");

/**
 * Puts a key of the client for today into the request's headers, and nothing of its address.
 * @param forwardedFor X-Forwarded-For as it came
 * @param trustProxy whether a proxy of ours is in front, which adds the last address of that header
 */
export function replaceClientAddress(
  { headers, socket }: Pick<IncomingMessage, "headers" | "socket">,
  forwardedFor: string,
  trustProxy: boolean,
): void {
  const forwardedAddress = trustProxy ? forwardedFor.split(",").at(-1)?.trim() : undefined;
  headers[clientHeader] = clientKey(forwardedAddress || socket.remoteAddress || "");
  headers["x-forwarded-for"] = ""; // or Next would write the address there
}
