import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { compileRoute, matchRoute } from "@/lib/server/route-pattern";

/**
 * Names the route of a path, for the log: "/strategies/:slug/threads/:id", never the path itself, which may say
 * who reads what. Unknown paths are all "other".
 * @param appFolder where Next's routes are
 */
export function createRouteNamer(appFolder: string): (path: string) => string {
  const patterns = existsSync(appFolder) ? listRoutePatterns(appFolder) : [];
  // a fixed segment wins over a named one
  const table = patterns
    .sort((a, b) => a.split(":").length - b.split(":").length)
    .map((name) => compileRoute(name, true));
  return (path) => {
    if (path === "/healthz" || path === "/readyz") return path;
    if (path.startsWith("/_next/")) return "/_next/*";
    return table.find((route) => matchRoute(route, path))?.pattern ?? "other";
  };
}

function listRoutePatterns(folder: string, address = ""): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (!entry.isDirectory()) return /^(page|route)\.tsx?$/.test(entry.name) ? [address || "/"] : [];
    return listRoutePatterns(join(folder, entry.name), address + segment(entry.name));
  });
}

function segment(name: string): string {
  if (/^\(.*\)$/.test(name)) return "";
  if (/^\[+\.\.\./.test(name)) return "/*";
  return `/${name.replace(/^\[(.+)\]$/, ":$1")}`;
}
