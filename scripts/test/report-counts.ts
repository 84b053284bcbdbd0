import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";

export type Counts = { passed: number; failed: number };

const vitestReport = z.object({ numPassedTests: z.number(), numFailedTests: z.number() });
const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
});

/** What vitest counted. A run that failed without a failed test (it broke down) counts as one failure. */
export function countVitest(file: string, exitCode: number): Counts {
  const report = vitestReport.safeParse(readJson(file));
  if (!report.success) return { passed: 0, failed: 1 };
  return withExitCode({ passed: report.data.numPassedTests, failed: report.data.numFailedTests }, exitCode);
}

/** The same of Playwright. A flaky test has failed. */
export function countPlaywright(file: string, exitCode: number): Counts {
  const report = playwrightReport.safeParse(readJson(file));
  if (!report.success) return { passed: 0, failed: 1 };
  const { expected, unexpected, flaky } = report.data.stats;
  return withExitCode({ passed: expected, failed: unexpected + flaky }, exitCode);
}

const withExitCode = ({ passed, failed }: Counts, exitCode: number): Counts => ({
  passed,
  failed: failed || (exitCode === 0 ? 0 : 1),
});

const readJson = (file: string): unknown => (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined);
