import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { routes } from "@/lib/routes";
import { findRoute } from "@/lib/server/route-table";

// A page that does not hydrate has no React in the browser: an onClick there would do nothing, without a warning. So only
// the form kit, which works without it, and what a page that hydrates imports may be client components.

const folders = ["app", "components"];
const isErrorPage = (file: string) => /^app\/(global-)?error\.tsx$/.test(file); // Next wants these to be client components

const clientFiles = folders
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => join(folder, file).replaceAll("\\", "/")),
  )
  .filter((file) => /\.tsx?$/.test(file) && /^"use client";/m.test(readFileSync(file, "utf8").slice(0, 400)));

/** The address of a page's file: app/(rep)/moderation/page.tsx is /moderation. */
const addressOf = (file: string) =>
  `/${file
    .replace(/^app\//, "")
    .replace(/\/?page\.tsx$/, "")
    .split("/")
    .filter((part) => part !== "" && !/^\(.*\)$/.test(part))
    .map((part) => part.replace(/^\[.*\]$/, "x"))
    .join("/")}`;

test("every client component belongs to the form kit or to a page that hydrates", async () => {
  const hydratedPages = readdirSync("app", { recursive: true, encoding: "utf8" })
    .map((file) => join("app", file).replaceAll("\\", "/"))
    .filter((file) => {
      const match = file.endsWith("page.tsx") ? findRoute(addressOf(file)) : null;
      return match !== null && "hydrates" in match.route && match.route.hydrates === true;
    });
  expect(hydratedPages.length).toBeGreaterThan(5);
  expect(Object.values(routes).filter((route) => "hydrates" in route && route.hydrates).length).toBeGreaterThan(5);
  const { metafile } = await build({
    entryPoints: hydratedPages,
    bundle: true,
    write: false,
    metafile: true,
    outdir: "out",
    platform: "node",
    format: "esm",
    packages: "external",
    loader: { ".css": "empty" },
    logLevel: "error",
  });
  const used = new Set(Object.keys(metafile.inputs));
  const unused = clientFiles.filter(
    (file) => !file.startsWith("components/forms/") && !isErrorPage(file) && !used.has(file),
  );
  expect(unused, 'These say "use client", and no page that hydrates imports them.').toEqual([]);
});
