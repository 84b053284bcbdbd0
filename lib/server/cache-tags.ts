import { subjects } from "@/lib/areas/subject.rules";
import { findRoute, type RouteMatch } from "@/lib/server/route-table";

/** A page that is the same for everybody, so that one copy in memory serves all. */
export type PublicPage = { key: string; match: RouteMatch; tags: string[] };

/** An address with a longer value in its query is answered, and not cached. */
const maxValueLength = 100;
const subjectIds = new Set<string | undefined>(subjects.map(({ id }) => id));

/**
 * The page that may be cached under this address, or null.
 * @param url path and query as they came
 * @returns `key`: the address with only the allowed query, in one order, values once
 */
export function findPublicPage(url: string, match = findRoute(pathOf(url))): PublicPage | null {
  if (!match?.isPlain || !match.route.tags) return null;
  const { route, params } = match;
  if ("subject" in params && !subjectIds.has(params.subject)) return null;
  const path = pathOf(url);
  const key = keyOf(path, url.slice(path.length + 1), route.query ?? []);
  return key === null ? null : { key, match, tags: (route.tags ?? []).map((tag) => fillIn(tag, params)) };
}

/** Every tag that goes stale with these: "strategy:x" takes "strategy:*" along. */
export function expandTags(tags: string[]): Set<string> {
  return new Set(tags.flatMap((tag) => [tag, `${tag.split(":")[0]}:*`]));
}

export const pathOf = (url: string): string => url.split("?", 1)[0] ?? "/";

/** Null when a value is too long to be cached. */
function keyOf(path: string, query: string, allowedNames: readonly string[]): string | null {
  if (query === "" || allowedNames.length === 0) return path;
  const received = new URLSearchParams(query);
  const allowed = new URLSearchParams();
  for (const name of allowedNames) {
    const value = received.get(name);
    if (value !== null && value.length > maxValueLength) return null;
    if (value !== null) allowed.set(name, value);
  }
  return allowed.size ? `${path}?${allowed}` : path;
}

const fillIn = (tag: string, params: RouteMatch["params"]): string =>
  tag.replace(/\{([a-z]+)\}/g, (_, name: string) => params[name] ?? "");
