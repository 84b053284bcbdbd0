import { isWithinLimit } from "@/lib/security/rate-limit";
import { clientOf } from "@/lib/server/client-address";
import type { Exchange } from "@/lib/server/context";
import { sendErrorPage } from "@/lib/server/error-page";

/** Refuses searches and exports of a client who has had many; those in memory cost nothing and are not counted. */
export async function limitSearches(exchange: Exchange): Promise<boolean> {
  const { match, isRead, req, page } = exchange;
  const cost = match?.route.costs;
  if (!cost || !isRead || (cost === "search" && !hasQuery(page?.key ?? req.url ?? ""))) return false;
  if (await isWithinLimit(cost, clientOf(exchange))) return false;
  sendErrorPage(exchange, 429);
  return true;
}

function hasQuery(url: string): boolean {
  const query = new URLSearchParams(url.split("?", 2)[1]);
  return Boolean(query.get("q")?.trim());
}
