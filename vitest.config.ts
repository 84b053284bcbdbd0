import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Tests of pure files: no database, no settings, nothing mocked, so one process runs them all, which halves their time. */
const pureTests = [
  "lib/**/*.{rules,policy,schema}.test.ts",
  "lib/summaries/disclosure/*.test.ts",
  "components/**/*.test.ts",
  "prisma/reference/*.test.ts",
];
const exclude = ["**/node_modules/**", ".next/**", ".data/**", "e2e/**", "scripts/check/lint-violations/**"];

/** Files that put something else in a module’s place have a process of their own. */
const filesWithMocks = [
  "app/*officer*/officer/two-officers.test.ts",
  "app/*participant*/draft-links.test.ts",
  "app/*participant*/strategies/*slug*/reactions/route.test.ts",
  "app/*participant*/writing-steps.test.ts",
  "app/*public*/strategies/*slug*/printed-sheets.test.ts",
  "app/api/auth/callback/*provider*/route.test.ts",
  "lib/audit/signed-heads.test.ts",
  "lib/auth/automatic-request.test.ts",
  "lib/auth/current-session.test.ts",
  "lib/auth/session-use.test.ts",
  "lib/moderation/decisions/decision-permissions.test.ts",
  "lib/security/stolen-dump.test.ts",
  "scripts/attacker/differencing.test.ts",
  "scripts/attacker/query-text.test.ts",
  // no mock, but Prisma's schema engine, whose glue module holds one instance in a process: it hung once in a shared one
  "scripts/check/schema-and-migrations.test.ts",
];

/** The files that take longest. A fresh clone has no times of earlier runs. */
const longest = [
  "lib/summaries/opinion/opinion-analysis.test.ts",
  "lib/summaries/suppression/audit.test.ts",
  "lib/moderation/decisions/decision-permissions.test.ts",
  "lib/summaries/figures/figure-links.test.ts",
  "lib/summaries/summary-recount.test.ts",
];

/** Begins with the files that take longest, so that no worker is left with one at the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = longest.findIndex((name) => moduleId.endsWith(name));
      return at < 0 ? longest.length : at;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

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
          exclude: [...exclude, ...pureTests, ...filesWithMocks],
          globalSetup: ["scripts/test/global-setup.ts"],
          setupFiles: ["scripts/test/no-console.ts", "scripts/test/shared-process.ts"],
          isolate: false,
        },
      },
      {
        extends: true,
        test: { name: "mocks", include: filesWithMocks, globalSetup: ["scripts/test/global-setup.ts"] },
      },
    ],
  },
});
