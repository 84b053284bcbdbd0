import type { Outage } from "@/lib/server/database-outage";
import type { QuickFinder } from "@/lib/server/fast-path";
import type { Health } from "@/lib/server/health";
import type { Log } from "@/lib/server/log";
import type { Handler } from "@/lib/server/next-adapter/detached-render";
import type { Captured } from "@/lib/server/next-adapter/response-capture";
import type { PageCache, Rendered } from "@/lib/server/page-cache";
import type { StaticFiles } from "@/lib/server/static-files";

export type Page = Rendered & { captured: Captured };

/** What one running front has at hand. */
export type Front = {
  handler: Handler;
  /** What is answered without it. */
  quick: QuickFinder;
  cache: PageCache<Page>;
  files?: StaticFiles;
  health: Health;
  log: Log;
  /** What was last heard of the database failing, for a few seconds. */
  lastOutage: () => Outage | null;
  routeName: (path: string) => string;
  /** Waits until pages that a deed made stale are dropped. */
  catchUp: () => Promise<void>;
  dev: boolean;
  origin?: string;
  /** The host that shared pages are rendered for. */
  host: string;
  trustProxy: boolean;
  stopping: boolean;
};
