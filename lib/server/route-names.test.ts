import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { createRouteNamer } from "@/lib/server/route-names";

const app = mkdtempSync(join(tmpdir(), "routes-"));
afterAll(() => rmSync(app, { recursive: true }));
for (const file of [
  "page.tsx",
  "(public)/leps/[slug]/page.tsx",
  "(public)/leps/map/page.tsx",
  "api/v1/files/[...rest]/route.ts",
]) {
  mkdirSync(join(app, file, ".."), { recursive: true });
  writeFileSync(join(app, file), "");
}
const name = createRouteNamer(app);

test.each([
  ["/", "/"],
  ["/leps/black-country", "/leps/:slug"],
  ["/leps/map", "/leps/map"],
  ["/api/v1/files/a/b.csv", "/api/v1/files/*"],
  ["/_next/static/x.js", "/_next/*"],
  ["/leps/black-country/someone@example.org", "other"],
])("%s is logged as %s", (path, route) => expect(name(path)).toBe(route));
