import { rmSync } from "node:fs";
import { join } from "node:path";
import { checks, report } from "@/scripts/check/checks";
import { audit, reportAudit } from "@/scripts/check/dependency-audit";
import { build } from "@/scripts/setup/build-pages";
import { needChromium } from "@/scripts/setup/chromium";
import { generateClient } from "@/scripts/setup/generate-client";
import { programs, run } from "@/scripts/setup/run-program";
import { freePort } from "@/scripts/test/free-port";
import { type Counts, countPlaywright, countVitest } from "@/scripts/test/report-counts";

// All set-up, then every check and test. The last line is the sum.
const reports = join(".data", "test-reports");
rmSync(reports, { recursive: true, force: true });
generateClient();
const counts: Counts[] = [];
for (const { name, go } of checks) counts.push({ passed: 0, failed: report(name, await go()) ? 0 : 1 });
counts.push({ passed: 0, failed: reportAudit(await audit()) ? 0 : 1 });
counts.push(await unitTests());
counts.push(await journeys());
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);

async function unitTests(): Promise<Counts> {
  const file = join(reports, "vitest.json");
  const words = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const { code } = await run([programs.vitest, ...words], { show: true });
  return countVitest(file, code);
}

async function journeys(): Promise<Counts> {
  try {
    build();
    const file = join(reports, "playwright.json");
    const env = { E2E_PORT: String(await freePort()), CHROMIUM: needChromium(), PLAYWRIGHT_JSON_OUTPUT_NAME: file };
    const { code } = await run([programs.playwright, "test", "--reporter=list,json"], { show: true, env });
    return countPlaywright(file, code);
  } catch (error) {
    process.stdout.write(`${error instanceof Error ? error.message : error}\n`);
    return { passed: 0, failed: 1 };
  }
}
