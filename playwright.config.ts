import { userInfo } from "node:os";
import { defineConfig } from "@playwright/test";
import { findChromium } from "@/scripts/setup/chromium";

// A journey (x.spec.ts) is made at a desk, on a small phone and without JavaScript. What needs JavaScript is
// x.js.spec.ts; what looks at pages with axe is x.axe.spec.ts, and is done in the dark too.
const port = process.env.E2E_PORT ?? "3210";
const needsScript = /\.js\.spec\.ts$/;
const looks = /\.axe\.spec\.ts$/;
const desk = { width: 1280, height: 800 };

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  workers: 2,
  timeout: 120_000,
  forbidOnly: Boolean(process.env.CI),
  reporter: "list",
  use: {
    baseURL: `http://localhost:${port}`,
    locale: "en-GB",
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    launchOptions: { executablePath: findChromium(), args: userInfo().uid === 0 ? ["--no-sandbox"] : [] },
  },
  projects: [
    { name: "desktop", use: { viewport: desk } },
    { name: "phone", use: { viewport: { width: 320, height: 640 }, isMobile: true, hasTouch: true } },
    { name: "no-js", use: { viewport: desk, javaScriptEnabled: false }, testIgnore: [needsScript, looks] },
    { name: "dark", use: { viewport: desk, colorScheme: "dark" }, testMatch: looks },
  ],
  webServer: {
    command: `"${process.execPath}" node_modules/tsx/dist/cli.mjs e2e/serve.ts`,
    url: `http://127.0.0.1:${port}/readyz`,
    env: { PORT: port },
    timeout: 300_000,
    stdout: "ignore",
    stderr: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
  },
});
