import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundleBrowserScripts } from "@/scripts/setup/bundle-browser-scripts";
import { generateClient } from "@/scripts/setup/generate-client";

const stamp = join(".next", "made-from");

/** Builds the pages with Next, unless they are built and made from these sources. */
export function buildPages({ evenIfFresh = false } = {}): void {
  generateClient();
  bundleBrowserScripts();
  const source = sourcesHash();
  if (!evenIfFresh && existsSync(stamp) && readFileSync(stamp, "utf8") === source) return;
  const next = join("node_modules", "next", "dist", "bin", "next");
  const result = spawnSync(process.execPath, [next, "build"], {
    stdio: "inherit",
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  if (result.status !== 0) throw new Error("The build failed: see above.");
  writeFileSync(stamp, source);
}

/** Changes whenever a file does that a page is made from. */
function sourcesHash(): string {
  const hash = createHash("sha256");
  for (const file of [
    "instrumentation.ts",
    "next.config.js",
    "package-lock.json",
    "postcss.config.mjs",
    "tsconfig.json",
  ])
    hash.update(readFileSync(file));
  for (const folder of ["app", "components", "lib", "prisma", "public"].filter((name) => existsSync(name))) {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    for (const path of files.map((entry) => join(entry.parentPath, entry.name)).sort())
      hash.update(path).update(readFileSync(path));
  }
  return hash.digest("hex");
}
