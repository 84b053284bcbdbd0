import { rmSync } from "node:fs";
import { join } from "node:path";
import { checks, reportCheck } from "@/scripts/check/checks";
import { auditDependencies, reportAudit } from "@/scripts/check/dependency-audit";
import { buildPages } from "@/scripts/setup/build-pages";
import { requireChromium } from "@/scripts/setup/chromium";
import { generateClient } from "@/scripts/setup/generate-client";
import { programs, runProgram } from "@/scripts/setup/run-program";
import { freePort } from "@/scripts/test/free-port";
import { type Counts, countPlaywright, countVitest } from "@/scripts/test/report-counts";

// All set-up, then every check and test. The last line is the sum.
const reports = join(".data", "test-reports");
rmSync(reports, { recursive: true, force: true });
generateClient();
const counts: Counts[] = [];
for (const { name, run } of checks) counts.push({ passed: 0, failed: reportCheck(name, await run()) ? 0 : 1 });
counts.push({ passed: 0, failed: reportAudit(await auditDependencies()) ? 0 : 1 });
counts.push(await unitTests());
counts.push(await endToEndTests());
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);

async function unitTests(): Promise<Counts> {
  const file = join(reports, "vitest.json");
  const args = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const { code } = await runProgram([programs.vitest, ...args], { show: true });
  return countVitest(file, code);
}

async function endToEndTests(): Promise<Counts> {
  try {
    await buildPages();
    const file = join(reports, "playwright.json");
    const env = { E2E_PORT: String(await freePort()), CHROMIUM: requireChromium(), PLAYWRIGHT_JSON_OUTPUT_NAME: file };
    const { code } = await runProgram([programs.playwright, "test", "--reporter=list,json"], { show: true, env });
    return countPlaywright(file, code);
  } catch (error) {
    process.stdout.write(`${error instanceof Error ? error.message : error}\n`);
    return { passed: 0, failed: 1 };
  }
}
