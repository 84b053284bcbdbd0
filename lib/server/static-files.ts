import { existsSync, readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { type CachedResponse, createCachedResponse, sendFromMemory } from "@/lib/server/cached-response";
import type { Exchange } from "@/lib/server/context";
import { sendErrorPage } from "@/lib/server/error-page";
import { securityHeaders } from "@/lib/server/security-headers";

const contentTypes: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".txt": "text/plain; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".woff": "font/woff",
};
// Next puts a hash in the names of its own; ours keep theirs
const immutableCache = "public, max-age=31536000, immutable";
const shortCache = "public, max-age=300";

type StaticFile = { file: string; route: string; cacheControl: string };

export async function sendStaticFile(exchange: Exchange): Promise<boolean> {
  const { server, path, isRead } = exchange;
  const file = isRead ? await server.staticFiles?.get(path) : undefined;
  if (!file) return false;
  sendFromMemory(exchange, file);
  return true;
}

/** Next would answer that it failed. */
export function refuseWriteToFile(exchange: Exchange): boolean {
  if (!exchange.server.staticFiles?.has(exchange.path)) return false;
  sendErrorPage(exchange, 405);
  return true;
}

/** The files that exist when the server starts, each read on its first request. Names are looked up, never put together. */
export class StaticFiles {
  private readonly files = new Map<string, StaticFile>();
  private readonly responses = new Map<string, CachedResponse>();

  constructor(
    nextDir: string,
    publicDir: string,
    private readonly origin?: string,
  ) {
    this.list(join(nextDir, "static"), "/_next/static", { route: "/_next/static/*", cacheControl: immutableCache });
    this.list(publicDir, "", { route: "/public/*", cacheControl: shortCache });
  }

  has(path: string): boolean {
    return this.files.has(path);
  }

  async get(path: string): Promise<CachedResponse | undefined> {
    const cached = this.responses.get(path);
    const found = this.files.get(path);
    if (cached || !found) return cached;
    const contentType = contentTypes[extname(found.file)] ?? "application/octet-stream";
    const headers = [
      ...securityHeaders({ path, match: null, server: { origin: this.origin } }),
      "Cache-Control",
      found.cacheControl,
    ];
    const response = await createCachedResponse(found.route, contentType, headers, await readFile(found.file));
    this.responses.set(path, response);
    return response;
  }

  private list(folder: string, address: string, rest: Omit<StaticFile, "file">): void {
    if (!existsSync(folder)) return;
    for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
      if (!entry.isFile()) continue;
      const file = join(entry.parentPath, entry.name);
      this.files.set(`${address}/${file.slice(folder.length + 1).replaceAll("\\", "/")}`, { file, ...rest });
    }
  }
}
