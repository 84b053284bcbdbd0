import findMyWay from "find-my-way";
import { type Route, type RouteName, routes } from "@/lib/routes";

export type RouteMatch = {
  name: RouteName;
  route: Route;
  params: Record<string, string | undefined>;
  /** Whether each segment is one that a slug, a number or an id of ours could be. Other addresses are left to Next. */
  isPlain: boolean;
};

type Row = { name: RouteName; route: Route };

const plainSegment = /^[A-Za-z0-9_-]{1,80}$/;
const router = findMyWay({ maxParamLength: 300 });
for (const [name, route] of Object.entries(routes)) router.on("GET", route.path, () => {}, { name, route });

/** The row of lib/routes.ts that a path belongs to, whatever the method; null when there is none. */
export function findRoute(path: string): RouteMatch | null {
  const found = router.find("GET", path);
  if (!found) return null;
  const { name, route } = found.store as Row;
  const { params } = found;
  const isPlain = !path.includes("%") && Object.values(params).every((text) => plainSegment.test(text ?? ""));
  return { name, route, params, isPlain };
}

/** Whether this path is a page that loads React's scripts. */
export const isHydrated = (path: string): boolean => findRoute(path)?.route.hydrates === true;

/**
 * What a path is called in the log: "/strategies/:slug/threads/:id", never the path itself, which may say who reads
 * what.
 */
export function routeName(path: string, match: RouteMatch | null): string {
  if (match) return match.route.path;
  if (path === "/healthz" || path === "/readyz") return path;
  return path.startsWith("/_next/") ? "/_next/*" : "other";
}
