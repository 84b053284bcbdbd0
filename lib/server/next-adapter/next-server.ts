import { createServer, type Server } from "node:http";
import { join } from "node:path";
import type { NextHandler } from "@/lib/server/next-adapter/next-request";

type NextOptions = { dev: boolean; nextDir: string; port: number; host: string; server: Server };

/** Starts Next behind our server. @returns the handler of requests, and how to stop it */
export async function startNext({
  dev,
  nextDir,
  port,
  host,
  server,
}: NextOptions): Promise<{ handler: NextHandler; close: () => Promise<void> }> {
  const { default: next } = await import("next");
  // Next puts its development socket on this server; in production we want none, and give it one that never listens
  const httpServer = dev ? server : createServer();
  const app = next({ dev, dir: join(nextDir, ".."), hostname: host, port, httpServer, quiet: true });
  await app.prepare();
  return { handler: app.getRequestHandler(), close: () => app.close() };
}

/** Next fetches the page that an action redirects to from this address, whatever the Host header. */
export function setOwnOrigin(host: string, port: number): void {
  const address = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  process.env.__NEXT_PRIVATE_ORIGIN = `http://${address}:${port}`;
}
