import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { userInfo } from "node:os";
import { chromium } from "@playwright/test";

const knownPaths = [
  "/usr/bin/chromium-headless-shell", // the same without windows: a fifth less work (docs/decisions/0210)
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
];

/** Where the browser of the end-to-end tests is: CHROMIUM, the system's, or Playwright's own; undefined when there is none. */
export function findChromium(): string | undefined {
  return [process.env.CHROMIUM ?? "", ...knownPaths, chromium.executablePath()].find(
    (path) => path && existsSync(path),
  );
}

/**
 * Finds a Chromium, and installs Debian's where we may.
 * @throws Error that names what to install, when there is none and we may not
 */
export function requireChromium(): string {
  const found = findChromium();
  if (found) return found;
  if (userInfo().uid === 0 && existsSync("/etc/debian_version")) {
    process.stdout.write("The end-to-end tests need a browser: installing Debian's Chromium.\n");
    const apt = (...args: string[]) =>
      spawnSync("apt-get", args, { stdio: "inherit", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
    const install = (name: string) => apt("install", "-y", "-q", "--no-install-recommends", name).status === 0;
    apt("update", "-q");
    if (!install("chromium-headless-shell")) install("chromium"); // older releases have only the latter
  }
  const installed = findChromium();
  if (installed) return installed;
  throw new Error(
    "The end-to-end tests need a Chromium. Install one (`sudo apt-get install chromium-headless-shell`, or `npx playwright install chromium`), or set CHROMIUM to its path.",
  );
}
