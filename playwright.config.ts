import { userInfo } from "node:os";
import { defineConfig } from "@playwright/test";
import { findChromium } from "@/scripts/setup/chromium";

// A test runs where it matters:
//   x.spec.ts       a participant's journey: on a small phone with axe, and at a desk without JavaScript
//   x.js.spec.ts    the same where it needs JavaScript: on the phone
//   x.desk.spec.ts  the work of staff: at a desk with axe, which checks the phone's width as well
//   x.axe.spec.ts   pages of every kind: with axe at a desk and on a phone, in light and in dark
//   x.http.spec.ts  requests without a browser
//   x.last.spec.ts  what all others left behind: after them
const port = process.env.E2E_PORT ?? "3210";
const journeys = /\/[\w-]+\.spec\.ts$/;
const journeysWithScripts = /\/[\w-]+(\.js)?\.spec\.ts$/;
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
    actionTimeout: 60_000, // what is never there fails with its name, long before its test is over
    reuseContext: true, // emptied between tests: a new one takes as long as six pages
    locale: "en-GB",
    screenshot: "only-on-failure",
    trace: process.env.TRACE ? "retain-on-failure" : "off", // it costs a third of the time
    launchOptions: { executablePath: findChromium(), args: userInfo().uid === 0 ? ["--no-sandbox"] : [] },
  },
  // what takes longest begins first, so that no worker is left with it
  projects: [
    { name: "http", testMatch: /\.http\.spec\.ts$/ },
    { name: "desktop", use: { viewport: desk }, testMatch: /\.desk\.spec\.ts$/ },
    { name: "phone", use: { viewport: phone, isMobile: true, hasTouch: true }, testMatch: journeysWithScripts },
    { name: "no-js", use: { viewport: desk, javaScriptEnabled: false }, testMatch: journeys },
    { name: "pages", use: { viewport: desk }, testMatch: /\.axe\.spec\.ts$/ },
    {
      name: "last",
      use: { viewport: desk, javaScriptEnabled: false },
      testMatch: /\.last\.spec\.ts$/,
      dependencies: ["http", "desktop", "phone", "no-js", "pages"],
    },
  ],
  webServer: {
    command: `"${process.execPath}" node_modules/tsx/dist/cli.mjs e2e/support/serve.ts`,
    url: `http://127.0.0.1:${port}/readyz`,
    env: { PORT: port, RUNNER_PID: String(process.pid) },
    timeout: 300_000,
    stdout: "ignore",
    stderr: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
  },
});
