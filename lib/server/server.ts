import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Server as NetServer } from "node:net";
import { join } from "node:path";
import { subscribe, waitForPendingNotifications } from "@/lib/database/listener";
import { env } from "@/lib/env";
import { reportThrown } from "@/lib/forms/form-outcome";
import { sendConnectionError } from "@/lib/server/connection-error";
import { redirectConsole } from "@/lib/server/console-redirect";
import type { ServerContext } from "@/lib/server/context";
import { trackOutages } from "@/lib/server/database-outage";
import type { FastRoutes } from "@/lib/server/fast-path";
import { watchHealth } from "@/lib/server/health";
import { createLogger, type Logger } from "@/lib/server/log";
import type { NextHandler } from "@/lib/server/next-adapter/next-request";
import { setOwnOrigin, startNext } from "@/lib/server/next-adapter/next-server";
import { PageCache, type PageCacheOptions } from "@/lib/server/page-cache";
import { PageWarmer, type WarmerTimes } from "@/lib/server/page-warmer";
import { handleRequest } from "@/lib/server/pipeline";
import { type RenderLimits, RenderQueue } from "@/lib/server/render-queue";
import { serverOptions } from "@/lib/server/request-limits";
import { renderAhead } from "@/lib/server/shared-page";
import { StaticFiles } from "@/lib/server/static-files";

type Stop = () => Promise<void> | void;

export type ServerOptions = {
  port: number;
  host: string;
  dev: boolean;
  /** Next's build, ".next", in the folder of the project. */
  nextDir: string;
  /** Whether a proxy of ours is in front, whose X-Forwarded-For is true. */
  trustProxy?: boolean;
  /** The routes that are answered without Next. Called once Next has started. */
  loadFastRoutes?: () => Promise<FastRoutes>;
  /** The public pages to cache: see PageWarmer. */
  listWarmPages?: () => Promise<string[]>;
  warmerTimes?: WarmerTimes;
  /** A stub in place of Next, in tests. */
  handler?: NextHandler;
  /** How much may be rendered at once, and wait: for the public, and the same again for staff. */
  renders?: RenderLimits;
  pageCache?: PageCacheOptions;
};

// pages are rendered on one core: more at once would only make each slower; the people in a hall share one line
const defaultRenders: RenderLimits = { atOnce: 6, waiting: 400, waitingOfOne: 120 };

export type RunningServer = {
  port: number;
  log: Logger;
  /** Adds what is to be stopped after the last request, such as jobs and the database; the last one added stops first. */
  onStop: (stop: Stop) => void;
  /** Whether the page of this address is in memory now. */
  isInMemory: (address: string) => boolean;
  /** Finishes the requests under way, then stops everything. It may be called twice. */
  stop: () => Promise<void>;
};

/** Starts the HTTP server, with Next behind it. */
export async function startServer({
  port,
  host,
  dev,
  nextDir,
  trustProxy = false,
  loadFastRoutes,
  listWarmPages,
  warmerTimes,
  handler,
  renders = defaultRenders,
  pageCache,
}: ServerOptions): Promise<RunningServer> {
  const { DATABASE_URL: url = "", ORIGIN: origin, LOG_LEVEL, METRICS_PORT } = env();
  const { log, metrics } = await createMeteredLog(createLogger(LOG_LEVEL, dev), METRICS_PORT);
  const cache: ServerContext["cache"] = new PageCache(pageCache);
  const server = createServer(serverOptions);
  const next = handler ? { handler, close: async () => {} } : await startNext({ dev, nextDir, port, host, server });
  const health = watchHealth(url);
  let warmer: PageWarmer | undefined;
  const listener = subscribe({
    channel: "cache_invalidation",
    onOpen: () => {
      cache.open();
      warmer?.changed();
    },
    onNotification: (tags) => {
      cache.invalidate(tags);
      warmer?.changed();
    },
    onLost: () => {
      cache.close();
      log.warn({}, "Notifications from the database are lost: pages are rendered for each visitor until they return.");
    },
  });
  const outages = trackOutages();
  const trackingLog: Logger = {
    ...log,
    failure: (error, where) => {
      outages.record(error);
      log.failure(error, where);
    },
  };
  const context: ServerContext = {
    next: next.handler,
    renders: { public: new RenderQueue(renders), staff: new RenderQueue(renders) },
    fastRoutes: await loadFastRoutes?.(),
    cache,
    staticFiles: dev ? undefined : new StaticFiles(nextDir, join(nextDir, "..", "public"), origin),
    health,
    log: trackingLog,
    lastOutage: outages.last,
    waitForInvalidations: waitForPendingNotifications,
    dev,
    origin,
    host: origin ? new URL(origin).host : "localhost",
    trustProxy,
    isProxyUnused: false,
    isStopping: false,
  };
  server.on("request", (req, res) => handleRequest(context, req, res));
  server.on("clientError", sendConnectionError);
  const actualPort = await listen(server, port, host);
  setOwnOrigin(host, actualPort);
  if (listWarmPages)
    warmer = new PageWarmer({
      list: listWarmPages,
      render: (address, lifetime) => renderAhead(context, address, lifetime),
      stays: (address, milliseconds) => cache.stays(address, milliseconds),
      onError: (error) => trackingLog.failure(error, "warming pages"),
      times: warmerTimes,
    });
  // instrumentation.ts, which Next loads by itself, reports here what failed in a page
  const attFailure: Logger["failure"] = (error, where) => {
    reportThrown();
    trackingLog.failure(error, where);
  };
  Object.assign(globalThis, { attFailure });
  const restoreConsole = dev ? () => {} : redirectConsole(log);

  const stopSteps: Stop[] = [];
  let stopped: Promise<void> | undefined;
  const stop = async () => {
    context.isStopping = true;
    await closeGracefully(server);
    for (const step of [
      () => warmer?.stop(),
      next.close,
      listener.stop,
      health.stop,
      metrics,
      ...stopSteps.reverse(),
      restoreConsole,
      log.flush,
    ])
      await step();
  };
  return {
    port: actualPort,
    log,
    isInMemory: (address) => cache.stays(address, 0),
    onStop: (step) => void stopSteps.push(step),
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
}

/** The log, which counts where METRICS_PORT is set; and what stops serving the figures. */
async function createMeteredLog(log: Logger, port: number | undefined): Promise<{ log: Logger; metrics: Stop }> {
  if (port === undefined) return { log, metrics: () => {} };
  const { Metrics } = await import("@/lib/server/metrics");
  const metrics = new Metrics();
  const server = await metrics.serve(port);
  return { log: metrics.countRequests(log), metrics: () => void server.close() };
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

/**
 * Stops accepting connections and waits for the requests under way, 10 seconds at most. An idle connection gets one
 * more second: the next request may be on its way already, and its response closes the connection.
 */
async function closeGracefully(server: Server): Promise<void> {
  const closed = new Promise((done) => NetServer.prototype.close.call(server, done));
  const idleTimer = setTimeout(() => server.closeIdleConnections(), 1_000);
  const forceTimer = setTimeout(() => server.closeAllConnections(), 10_000);
  await closed;
  clearTimeout(idleTimer);
  clearTimeout(forceTimer);
  server.close(); // http's own bookkeeping
}
