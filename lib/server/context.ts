import type { IncomingMessage, ServerResponse } from "node:http";
import type { PublicPage } from "@/lib/server/cache-tags";
import type { Outage } from "@/lib/server/database-outage";
import type { FastRoutes } from "@/lib/server/fast-path";
import type { Health } from "@/lib/server/health";
import type { Logger } from "@/lib/server/log";
import type { CapturedResponse, NextHandler } from "@/lib/server/next-adapter/next-request";
import type { PageCache, RenderResult } from "@/lib/server/page-cache";
import type { RenderQueue } from "@/lib/server/render-queue";
import type { RouteMatch } from "@/lib/server/route-table";
import type { StaticFiles } from "@/lib/server/static-files";

export type RenderedPage = RenderResult & { captured: CapturedResponse };

/** What one running server works with. */
export type ServerContext = {
  next: NextHandler;
  /** None in development: Next calls the same functions there. */
  fastRoutes?: FastRoutes;
  cache: PageCache<RenderedPage>;
  /** What Next renders at once: staff's pages do not wait for the public's. */
  renders: { public: RenderQueue; staff: RenderQueue };
  staticFiles?: StaticFiles;
  health: Health;
  log: Logger;
  /** The outage that the last failure of the database was a sign of, for a few seconds. */
  lastOutage: () => Outage | null;
  /** Waits until cached pages that an action made stale are dropped. */
  waitForInvalidations: () => Promise<void>;
  dev: boolean;
  origin?: string;
  /** The host that shared pages are rendered for. */
  host: string;
  trustProxy: boolean;
  /** Whether X-Forwarded-For came although no proxy is trusted. */
  isProxyUnused: boolean;
  isStopping: boolean;
};

/** One request on its way through the pipeline. */
export type Exchange = {
  server: ServerContext;
  req: IncomingMessage;
  res: ServerResponse;
  /** When it arrived, by performance.now(). */
  start: number;
  method: string;
  /** GET or HEAD. */
  isRead: boolean;
  /** The address without its query, as it came. */
  path: string;
  /** Its row of lib/routes.ts. */
  match: RouteMatch | null;
  /** The page for everybody that it asks for. */
  page: PublicPage | null;
  /** X-Forwarded-For as it came. */
  forwardedFor: string;
  /** What the scripts of this response carry, if its page hydrates: the policy lets no other inline script run. */
  nonce?: string;
  /** Whether Next sent it while it answers another: see ownRequest. */
  isOwn?: boolean;
};

/** Answers the request and gives true, or leaves it to the next stage. */
export type Stage = (exchange: Exchange) => boolean | Promise<boolean>;
