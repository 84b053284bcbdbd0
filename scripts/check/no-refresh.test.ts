import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { clearedPage } from "@/lib/cleared-page";

// WCAG 2.2.2 and 2.2.4: no page reloads by itself, on whichever address, so that nobody's reading or typing is interrupted.

const sources = ["app", "components", "lib", "browser"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path) && !path.includes(".test."))
    .map((path) => join(folder, path).replaceAll("\\", "/")),
);
const refresh = /http-?equiv=["'{]*refresh|httpEquiv|["']refresh["']\s*[:,]|location\.reload\(/i;

test("what reloads a page is found", () => {
  for (const line of [
    '<meta http-equiv="refresh" content="2">',
    '<meta httpEquiv="refresh" content="2" />',
    'headers.set("Refresh", "2")',
    "location.reload()",
  ])
    expect(refresh.test(line), line).toBe(true);
});

test("no source has it, but for the page that clears the browser and goes on at once", async () => {
  const found = sources.filter((path) => refresh.test(readFileSync(path, "utf8")));
  expect(found).toEqual(["lib/cleared-page.ts"]);
  expect(await clearedPage("/", "Go on").text()).toContain('http-equiv="refresh" content="0;url=/"');
});
