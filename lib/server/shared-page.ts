import { findPublicPage, pathOf } from "@/lib/server/cache-tags";
import { sendCachedResponse } from "@/lib/server/cached-response";
import { clientOf } from "@/lib/server/client-address";
import type { Exchange, RenderedPage, ServerContext } from "@/lib/server/context";
import { renderDetached } from "@/lib/server/next-adapter/next-request";
import { sendRendered } from "@/lib/server/next-response";
import { makeCachedPage, type PageTarget } from "@/lib/server/page-response";
import { Overloaded } from "@/lib/server/render-queue";

const thisServer = "server"; // in place of a client's key, which is longer

/**
 * A page that is the same for everybody: rendered once for all who request it meanwhile, cached, sent. While others are
 * rendered, a page whose lifetime is over is sent once more; where nothing waits it is not, since a page that comes fast
 * shows that somebody has read it.
 */
export async function sendSharedPage(exchange: Exchange): Promise<boolean> {
  const { server, req, res, page, isOwn } = exchange;
  if (!page || server.dev || isOwn) return false;
  const queue = server.renders.public;
  const client = clientOf(exchange);
  const stale = queue.isFull ? server.cache.getStale(page.key) : undefined;
  queue.join(client, page.key);
  const rendering = server.cache.render(page.key, page.tags, () =>
    queue.run(client, page.key, () => renderPage(exchange, page.key)),
  );
  if (stale) {
    rendering.catch((error) => error instanceof Overloaded || server.log.failure(error, "stale page"));
    sendCachedResponse(req, res, stale);
    return true;
  }
  const { captured, cached } = await rendering;
  if (cached) sendCachedResponse(req, res, cached);
  else await sendRendered(exchange, captured);
  return true;
}

/** Renders a public page without a request, so that it is in memory before its first reader comes. It needs no turn. */
export async function renderAhead(server: ServerContext, address: string, lifetime: number): Promise<void> {
  const page = findPublicPage(address);
  if (!page) return;
  const target = { server, path: pathOf(address), match: page.match };
  server.renders.public.join(thisServer, page.key); // where a reader waits for it: that render counts for both
  await server.cache.render(page.key, page.tags, () => renderPage(target, page.key), lifetime);
}

async function renderPage(target: PageTarget, key: string): Promise<RenderedPage> {
  const captured = await renderDetached(target.server.next, key, target.server.host);
  return { captured, cached: await makeCachedPage(target, captured) };
}
