/** A path pattern, compiled: "/leps/:slug" takes one segment, "/files/*" takes the rest. */
export type RoutePattern = { pattern: string; regex: RegExp; names: string[] };

// what our slugs, numbers and ids are made of; anything else is left for Next to refuse
const segment = "([A-Za-z0-9_-]{1,80})";

/** Compiles a pattern. `loose` lets a segment be any text. */
export function compileRoute(pattern: string, loose = false): RoutePattern {
  const names: string[] = [];
  const source = pattern
    .replace(/[.+?^${}()|[\]\\]/g, "\\$&")
    .replace(/:([a-z]+)/gi, (_, name: string) => {
      names.push(name);
      return loose ? "([^/]+)" : segment;
    })
    .replace(/\*/g, ".*");
  return { pattern, regex: new RegExp(`^${source}$`), names };
}

/** The named segments of a path, or null when it is another path. */
export function matchRoute({ regex, names }: RoutePattern, path: string): Record<string, string> | null {
  const found = regex.exec(path);
  return found && Object.fromEntries(names.map((name, i) => [name, found[i + 1] ?? ""]));
}
