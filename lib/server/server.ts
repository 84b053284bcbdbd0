import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Server as NetServer } from "node:net";
import { join } from "node:path";
import { listenForStale } from "@/lib/database/listener";
import { env } from "@/lib/env";
import { quietConsole } from "@/lib/server/console-redirect";
import type { Front } from "@/lib/server/context";
import { watchOutage } from "@/lib/server/database-outage";
import type { QuickRoutes } from "@/lib/server/fast-path";
import { watchHealth } from "@/lib/server/health";
import { type Log, makeLog } from "@/lib/server/log";
import { Metrics } from "@/lib/server/metrics";
import type { Handler } from "@/lib/server/next-adapter/detached-render";
import { startNext } from "@/lib/server/next-adapter/next-server";
import { PageCache } from "@/lib/server/page-cache";
import { answer } from "@/lib/server/pipeline";
import { serverOptions } from "@/lib/server/request-limits";
import { routeNamer } from "@/lib/server/route-names";
import { StaticFiles } from "@/lib/server/static-files";

type Stop = () => Promise<void> | void;

export type FrontSettings = {
  port: number;
  host: string;
  dev: boolean;
  /** Next's build, ".next"; the project is the folder that it is in. */
  nextDir: string;
  /** Whether a proxy of ours stands before us, whose X-Forwarded-For is true. */
  trustProxy?: boolean;
  /** Gives the routes that are answered without Next, once Next has started. */
  quick?: () => Promise<QuickRoutes>;
  /** Stands in for Next, in tests. */
  handler?: Handler;
};

export type RunningFront = {
  port: number;
  log: Log;
  /** Adds what is to be stopped after the last request, such as jobs and the database; the last one added goes first. */
  onStop: (stop: Stop) => void;
  /** Finishes the requests under way, then stops everything. Twice does no harm. */
  stop: () => Promise<void>;
};

/** Starts the one server that people reach, with Next behind it. */
export async function startFront({
  port,
  host,
  dev,
  nextDir,
  trustProxy = false,
  quick = async () => ({}),
  handler,
}: FrontSettings): Promise<RunningFront> {
  const { DATABASE_URL: url = "", ORIGIN: origin, LOG_LEVEL, METRICS_PORT } = env();
  const { log, metrics } = await makeCounted(makeLog(LOG_LEVEL, dev), METRICS_PORT);
  const cache: Front["cache"] = new PageCache();
  const server = createServer(serverOptions);
  const next = handler ? { handler, close: async () => {} } : await startNext({ dev, nextDir, port, host, server });
  const { quickFinder } = await import("@/lib/server/fast-path");
  const health = watchHealth(url);
  const listener = listenForStale({
    url,
    onOpen: () => cache.open(),
    onTags: (tags) => cache.drop(tags),
    onLost: () => {
      cache.close();
      log.warn({}, "The database no longer tells us what changes: pages are made anew for each visitor until it does.");
    },
  });
  const outage = watchOutage();
  const noted: Log = {
    ...log,
    failure: (error, where) => {
      outage.note(error);
      log.failure(error, where);
    },
  };
  const front: Front = {
    handler: next.handler,
    quick: quickFinder(await quick()),
    cache,
    files: dev ? undefined : new StaticFiles(nextDir, join(nextDir, "..", "public"), origin),
    health,
    log: noted,
    lastOutage: outage.last,
    routeName: routeNamer(join(nextDir, "..", "app")),
    catchUp: listener.catchUp,
    dev,
    origin,
    host: origin ? new URL(origin).host : "localhost",
    trustProxy,
    stopping: false,
  };
  server.on("request", (req, res) => answer(front, req, res));
  const actual = await listen(server, port, host);
  // Next asks itself for the page that a deed leads to: here, and not wherever a Host header says
  process.env.__NEXT_PRIVATE_ORIGIN = `http://${host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host}:${actual}`;
  // instrumentation.ts, which Next loads on its own, tells us here of what failed in a page
  Object.assign(globalThis, { attFailure: noted.failure });
  const speakAgain = dev ? () => {} : quietConsole(log);

  const added: Stop[] = [];
  let stopped: Promise<void> | undefined;
  const stop = async () => {
    front.stopping = true;
    await closeGently(server);
    for (const step of [next.close, listener.stop, health.stop, metrics, ...added.reverse(), speakAgain, log.flush])
      await step();
  };
  return {
    port: actual,
    log,
    onStop: (step) => void added.push(step),
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
}

/** The log, counting where somebody wants the figures; and what stops serving them. */
async function makeCounted(log: Log, port: number | undefined): Promise<{ log: Log; metrics: Stop }> {
  if (port === undefined) return { log, metrics: () => {} };
  const metrics = new Metrics();
  const server = await metrics.serve(port);
  return { log: metrics.counting(log), metrics: () => void server.close() };
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
 * Stops taking connections and waits for the requests under way, 10 seconds at most. A kept connection gets one more
 * second: the next request may be on its way already, and its answer says that the connection ends.
 */
async function closeGently(server: Server): Promise<void> {
  const closed = new Promise((done) => NetServer.prototype.close.call(server, done));
  const idle = setTimeout(() => server.closeIdleConnections(), 1_000);
  const late = setTimeout(() => server.closeAllConnections(), 10_000);
  await closed;
  clearTimeout(idle);
  clearTimeout(late);
  server.close(); // http's own bookkeeping
}
