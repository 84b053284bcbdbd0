import type { Captured } from "@/lib/front/capture";
import type { Handler } from "@/lib/front/detached";
import type { Health } from "@/lib/front/health";
import type { Log } from "@/lib/front/log";
import type { Outage } from "@/lib/front/outage";
import type { PageCache, Rendered } from "@/lib/front/page-cache";
import type { QuickFinder } from "@/lib/front/quick";
import type { StaticFiles } from "@/lib/front/static";

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
