import { userInfo } from "node:os";
import { defineConfig } from "@playwright/test";
import { findChromium } from "@/scripts/setup/chromium";

// A journey (x.spec.ts) is made at a desk, on a small phone and without JavaScript. What needs JavaScript is
// x.js.spec.ts; what asks without a browser, once, is x.http.spec.ts; x.last.spec.ts comes after all others, to see what they left behind; what looks at pages with axe is x.axe.spec.ts, and changes light and screen by itself.
const port = process.env.E2E_PORT ?? "3210";
const needsScript = /\.js\.spec\.ts$/;
const accessibilityTests = /\.axe\.spec\.ts$/;
const httpTests = /\.http\.spec\.ts$/;
const lastTests = /\.last\.spec\.ts$/;
const desk = { width: 1280, height: 800 };
const phone = { width: 320, height: 640 };

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 15_000 }, // a slow machine is not a failure
  forbidOnly: Boolean(process.env.CI),
  reporter: "list",
  use: {
    baseURL: `http://localhost:${port}`,
    reuseContext: true, // emptied between tests: a new one takes as long as six pages
    locale: "en-GB",
    screenshot: "only-on-failure",
    trace: process.env.TRACE ? "retain-on-failure" : "off", // it costs a third of the time
    launchOptions: { executablePath: findChromium(), args: userInfo().uid === 0 ? ["--no-sandbox"] : [] },
  },
  projects: [
    { name: "desktop", use: { viewport: desk }, testIgnore: [accessibilityTests, httpTests, lastTests] },
    {
      name: "phone",
      use: { viewport: phone, isMobile: true, hasTouch: true },
      testIgnore: [accessibilityTests, httpTests, lastTests],
    },
    {
      name: "no-js",
      use: { viewport: desk, javaScriptEnabled: false },
      testIgnore: [needsScript, accessibilityTests, httpTests, lastTests],
    },
    { name: "http", testMatch: httpTests },
    { name: "pages", use: { viewport: desk }, testMatch: accessibilityTests },
    {
      name: "last",
      use: { viewport: desk, javaScriptEnabled: false },
      testMatch: lastTests,
      dependencies: ["desktop", "phone", "no-js", "http", "pages"],
    },
  ],
  webServer: {
    command: `"${process.execPath}" node_modules/tsx/dist/cli.mjs e2e/support/serve.ts`,
    url: `http://127.0.0.1:${port}/readyz`,
    env: { PORT: port },
    timeout: 300_000,
    stdout: "ignore",
    stderr: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
  },
});
