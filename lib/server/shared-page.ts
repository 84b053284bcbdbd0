import { sendCachedResponse } from "@/lib/server/cached-response";
import type { Exchange } from "@/lib/server/context";
import { renderDetached } from "@/lib/server/next-adapter/next-request";
import { sendRendered } from "@/lib/server/next-response";
import { makeCachedPage } from "@/lib/server/page-response";

/** A page that is the same for everybody: rendered once for all who ask meanwhile, cached, sent. */
export async function sendSharedPage(exchange: Exchange): Promise<boolean> {
  const { server, req, res, page } = exchange;
  if (!page || server.dev) return false;
  const { captured, cached } = await server.cache.render(page.key, page.tags, async () => {
    const rendered = await renderDetached(server.next, page.key, server.host);
    return { captured: rendered, cached: await makeCachedPage(exchange, rendered) };
  });
  if (cached) sendCachedResponse(req, res, cached);
  else await sendRendered(exchange, captured);
  return true;
}
