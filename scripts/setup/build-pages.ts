import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundleBrowserScripts } from "@/scripts/setup/bundle-browser-scripts";
import { generateClient } from "@/scripts/setup/generate-client";
import { step } from "@/scripts/setup/progress";
import { programs } from "@/scripts/setup/run-program";

const stamp = join(".next", "made-from");

/** Builds the pages with Next, unless they are built from these very sources. What Next prints shows when it fails. */
export async function buildPages({ evenIfFresh = false } = {}): Promise<void> {
  generateClient();
  bundleBrowserScripts();
  const source = sourcesHash();
  if (!evenIfFresh && existsSync(stamp) && readFileSync(stamp, "utf8") === source) return;
  await step("Building the pages", () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [programs.next, "build"], {
      encoding: "utf8",
      env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    });
    if (status !== 0) throw new Error(`The build failed.\n${stdout}${stderr}`);
  });
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
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
      (entry) => entry.isFile() && !entry.name.endsWith(".test.ts"),
    );
    for (const path of files.map((entry) => join(entry.parentPath, entry.name)).sort())
      hash.update(path).update(readFileSync(path));
  }
  return hash.digest("hex");
}
