import { findPublicPage, pathOf } from "@/lib/server/cache-tags";
import { sendCachedResponse } from "@/lib/server/cached-response";
import type { Exchange, RenderedPage, ServerContext } from "@/lib/server/context";
import { renderDetached } from "@/lib/server/next-adapter/next-request";
import { sendRendered } from "@/lib/server/next-response";
import { makeCachedPage, type PageTarget } from "@/lib/server/page-response";

/** A page that is the same for everybody: rendered once for all who ask meanwhile, cached, sent. */
export async function sendSharedPage(exchange: Exchange): Promise<boolean> {
  const { server, req, res, page } = exchange;
  if (!page || server.dev) return false;
  const { captured, cached } = await server.cache.render(page.key, page.tags, () => renderPage(exchange, page.key));
  if (cached) sendCachedResponse(req, res, cached);
  else await sendRendered(exchange, captured);
  return true;
}

/** Renders a public page without a request, so that it is in memory before its first reader comes. */
export async function renderAhead(server: ServerContext, address: string, lifetime: number): Promise<void> {
  const page = findPublicPage(address);
  if (!page) return;
  const target = { server, path: pathOf(address), match: page.match };
  await server.cache.render(page.key, page.tags, () => renderPage(target, page.key), lifetime);
}

async function renderPage(target: PageTarget, key: string): Promise<RenderedPage> {
  const captured = await renderDetached(target.server.next, key, target.server.host);
  return { captured, cached: await makeCachedPage(target, captured) };
}
