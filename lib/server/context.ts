import type { Outage } from "@/lib/server/database-outage";
import type { FastRouteFinder } from "@/lib/server/fast-path";
import type { Health } from "@/lib/server/health";
import type { Logger } from "@/lib/server/log";
import type { RequestHandler } from "@/lib/server/next-adapter/detached-render";
import type { CapturedResponse } from "@/lib/server/next-adapter/response-capture";
import type { PageCache, RenderResult } from "@/lib/server/page-cache";
import type { StaticFiles } from "@/lib/server/static-files";

export type RenderedPage = RenderResult & { captured: CapturedResponse };

/** What one running server has at hand. */
export type ServerContext = {
  handler: RequestHandler;
  /** What is answered without it. */
  findFastRoute: FastRouteFinder;
  cache: PageCache<RenderedPage>;
  staticFiles?: StaticFiles;
  health: Health;
  log: Logger;
  /** What was last heard of the database failing, for a few seconds. */
  lastOutage: () => Outage | null;
  routeName: (path: string) => string;
  /** Waits until pages that a deed made stale are dropped. */
  waitForInvalidations: () => Promise<void>;
  dev: boolean;
  origin?: string;
  /** The host that shared pages are rendered for. */
  host: string;
  trustProxy: boolean;
  isStopping: boolean;
};
