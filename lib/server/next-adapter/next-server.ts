import { createServer, type Server } from "node:http";
import { join } from "node:path";
import type { RequestHandler } from "@/lib/server/next-adapter/detached-render";

type NextOptions = { dev: boolean; nextDir: string; port: number; host: string; server: Server };

/** Starts Next behind us. @returns what answers, and how to stop it */
export async function startNext({
  dev,
  nextDir,
  port,
  host,
  server,
}: NextOptions): Promise<{ handler: RequestHandler; close: () => Promise<void> }> {
  const { default: next } = await import("next");
  // Next hangs its development socket on this server; in production we want none, and give it one that never listens
  const httpServer = dev ? server : createServer();
  const app = next({ dev, dir: join(nextDir, ".."), hostname: host, port, httpServer, quiet: true });
  await app.prepare();
  return { handler: app.getRequestHandler(), close: () => app.close() };
}
