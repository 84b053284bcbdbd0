import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { LongestFirst } from "./scripts/test/longest-first";

/** Tests of pure files: no database, no settings, nothing mocked, so one process runs them all, which halves their time. */
const pureTests = [
  "lib/**/*.{rules,policy,schema}.test.ts",
  "lib/summaries/disclosure/*.test.ts",
  "components/**/*.test.ts",
  "prisma/reference/*.test.ts",
];
const exclude = ["**/node_modules/**", ".next/**", ".data/**", "e2e/**", "scripts/check/lint-violations/**"];

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") } },
  test: {
    setupFiles: ["scripts/test/no-console.ts"],
    sequence: { sequencer: LongestFirst },
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    env: { NODE_ENV: "test", LOG_LEVEL: "silent" },
    projects: [
      { extends: true, test: { name: "pure", include: pureTests, exclude, isolate: false } },
      {
        extends: true,
        test: {
          name: "service",
          include: ["**/*.test.ts"],
          exclude: [...exclude, ...pureTests],
          globalSetup: ["scripts/test/global-setup.ts"],
        },
      },
    ],
  },
});
