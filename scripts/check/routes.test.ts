import { describe, expect, test } from "vitest";
import type { AppRouteHandlerRoutes, AppRoutes } from "@/.next/types/routes";
import {
  type Actor,
  actors,
  allStaff,
  officers,
  reps,
  signedIn,
  unionStaff,
  withAccount,
  withSession,
} from "@/e2e/permissions/actors";
import { entries } from "@/e2e/permissions/entries";
import type { Action, Page } from "@/e2e/permissions/entry";
import type { Fixtures } from "@/e2e/permissions/fixtures/make-fixtures";
import { resolve } from "@/e2e/permissions/request";
import { type Access, type Route, type RouteName, routes } from "@/lib/routes";
import { findRoute } from "@/lib/server/route-table";

/** The address of a page or route under app/: "(public)/leps/[slug]/page.tsx" is "/leps/:slug". */
function pathOfFile(file: string): string {
  const segments = file.split("/").slice(0, -1);
  const named = segments.filter((name) => !name.startsWith("(")).map((name) => name.replace(/^\[(.+)\]$/, ":$1"));
  return `/${named.join("/")}`;
}

const rows = Object.entries(routes) as [RouteName, Route][];

// lib/routes.ts has one row for each page and route under app/: an error of types here, in `npm run check`, names the
// one that is missing or gone.
type Pattern<Path> = Path extends `${infer Start}[${infer Name}]${infer End}`
  ? Pattern<`${Start}:${Name}${End}`>
  : Path;
type InApp = Pattern<AppRoutes | AppRouteHandlerRoutes>;
type InTable = (typeof routes)[RouteName]["path"];
const missing: Record<Exclude<InApp, InTable>, string> = {};
const gone: Record<Exclude<InTable, InApp>, string> = {};

test("no two rows have the same path", () => {
  const paths = rows.map(([, { path }]) => path);
  expect(new Set(paths).size).toBe(paths.length);
  expect({ missing, gone }).toEqual({ missing: {}, gone: {} });
});

test("only a page for everybody is shared, and only shared pages list query keys", () => {
  for (const [name, { access, tags, query }] of rows) {
    if (tags) expect(access, name).toBe("public");
    if (query) expect(tags, name).toBeDefined();
  }
});

test("each page for everybody, and no other, says what changes it; what never changes is cached for good", () => {
  for (const [name, { access, moves, tags }] of rows) {
    expect(moves !== undefined, name).toBe(access === "public");
    if (tags?.length === 0) expect(moves, name).toBe("text");
    if (moves === "visitor") expect(tags, name).toBeUndefined();
  }
});

test("each segment that a tag names is in its path", () => {
  for (const [name, { path, tags = [] }] of rows)
    for (const [, segment] of tags.join(" ").matchAll(/\{(\w+)\}/g)) expect(path, name).toContain(`:${segment}`);
});

describe("e2e/permissions/entries agree with the access of their route", () => {
  const groups: Record<Access, readonly Actor[]> = {
    public: actors,
    session: withSession,
    participant: signedIn,
    account: withAccount,
    staff: ["half", ...allStaff],
    rep: reps,
    union: unionStaff,
    officer: officers,
    admin: ["admin"],
  };
  const groupsOf = ({ access }: Route): Access[] => [access].flat() as Access[];
  // every value of it is an "x": enough to find the row of an address
  const stub: Fixtures = new Proxy(() => "x", {
    get: (target, key) => (key === Symbol.toPrimitive ? target : stub),
  }) as never;
  const tried = entries.flatMap(([file, entry]) => {
    if (entry.kind === "free") return [];
    const address = resolve((entry as Page | Action).at, stub).split("?", 1)[0] ?? "";
    return [{ file, entry, match: findRoute(address) }];
  });

  test("each is tried at an address of its own route", () => {
    for (const { file, match } of tried) {
      expect(match, file).not.toBeNull();
      if (!file.includes("#")) expect(match?.route.path, file).toBe(pathOfFile(file));
    }
  });

  test("nobody else is allowed", () => {
    for (const { file, entry, match } of tried) {
      const inAccess = groupsOf(match?.route as Route).flatMap((group) => groups[group]);
      const beyond = entry.allowed.filter((who) => !inAccess.includes(who));
      expect(beyond, `${file}: lib/routes.ts does not let them in`).toEqual([]);
    }
  });

  test("a group that a route is for is allowed by some entry of it", () => {
    for (const [name, route] of rows) {
      const allowed = tried.filter(({ match }) => match?.name === name).flatMap(({ entry }) => [...entry.allowed]);
      if (allowed.length === 0) continue; // nobody may, as things are in the fixtures
      for (const group of groupsOf(route))
        expect(
          groups[group].some((who) => allowed.includes(who)),
          `${name}: ${group}`,
        ).toBe(true);
      if (groupsOf(route).includes("public") && name !== "picture")
        // the fixtures' picture is in a draft
        expect(allowed, `${name}: public`).toContain("visitor");
    }
  });
});
