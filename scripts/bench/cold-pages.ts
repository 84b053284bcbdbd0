import { setTimeout as sleep } from "node:timers/promises";
import { paths } from "@/lib/routes";
import { type BenchDatabase, createBenchDatabase, lepId, strategyId } from "@/scripts/bench/bench-database";
import { processorTime } from "@/scripts/bench/measurement";
import { type RunningProcess, startService } from "@/scripts/bench/servers";
import { type StatementCounter, startStatementCounter } from "@/scripts/bench/statement-counter";
import { runSql } from "@/scripts/setup/run-sql";

/**
 * What it costs to make a page anew. `statements`: sent to PostgreSQL for one request. `cpu`: milliseconds of the
 * service's processor time for one request. `ratio`: of that time to that of the emptiest page.
 */
export type ColdPage = { label: string; statements: number; cpu: number; ratio: number };

/** What every page should need at most. */
export const coldPageLimits = { statements: 6, ratio: 2 };

const comments = 1_000;
const cases = 40;
const warmUps = 10;
const rounds = 3;
const requests = 40; // a round's

/** `path`: or several, of which each request takes the next. */
type Subject = { label: string; path: string | string[]; token?: string; status?: number };

/** Written like this, an address leads to the same page and is in no memory. */
const uncached = (path: string, id: string) => path.replace(id, id.replace("-", "%2D"));

/** The first is the emptiest: the frame of every page, and two sentences. */
const listSubjects = ({ threadPath, sessionToken, repToken }: BenchDatabase, towns: string[]): Subject[] => [
  { label: "the emptiest page", path: paths.unsent },
  { label: "not found", path: "/nothing-here", status: 404 },
  { label: "not found: a strategy", path: paths.strategy("not-there"), status: 404 },
  { label: "a thread of 50 comments", path: uncached(threadPath, strategyId) },
  { label: "a section", path: uncached(paths.section(strategyId, 1), strategyId) },
  { label: "search in comments", path: uncached(`${paths.comments(strategyId)}?q=bus`, strategyId) },
  { label: "a strategy", path: uncached(paths.strategy(strategyId), strategyId) },
  { label: "find: a town", path: towns.map((town) => `${paths.find}?q=${encodeURIComponent(town)}`) },
  { label: "a LEP’s summary", path: uncached(paths.lep(lepId), lepId) },
  { label: "a strategy’s summary", path: uncached(paths.strategySummary(strategyId), strategyId) },
  { label: "a rep’s queue", path: paths.moderation, token: repToken },
  { label: "my comments", path: paths.my, token: sessionToken },
];

/** Makes pages of a strategy with 1,000 comments anew, one request at a time. */
export async function benchColdPages(clusterUrl: string): Promise<ColdPage[]> {
  const database = await createBenchDatabase(clusterUrl, "bench_cold", comments, 50, cases);
  const counter = await startStatementCounter(database.url);
  const service = await startService(counter.url, { WARM_PAGES: "0" });
  try {
    await sleep(5_000); // its first jobs
    const towns = await runSql(database.url, "SELECT DISTINCT name FROM places ORDER BY name LIMIT 500"); // a page of each is cached
    const subjects = listSubjects(
      database,
      towns.map(({ name }) => String(name)),
    );
    const statements: number[] = [];
    for (const subject of subjects) statements.push(await countStatements(service, counter, subject));
    const times = subjects.map((): number[] => []);
    for (let round = 0; round < rounds; round++)
      for (const [at, subject] of subjects.entries()) times[at]?.push(await measureTime(service, subject));
    const cpu = times.map((each) => each.sort((a, b) => a - b)[1] ?? 0);
    return subjects.map(({ label }, at) => ({
      label,
      statements: statements[at] ?? 0,
      cpu: cpu[at] ?? 0,
      ratio: (cpu[at] ?? 0) / (cpu[0] ?? 1),
    }));
  } finally {
    await service.stop();
    await counter.stop();
  }
}

/** Of three requests the fewest: a job may run beside one. */
async function countStatements(service: RunningProcess, counter: StatementCounter, subject: Subject): Promise<number> {
  for (let n = 0; n < warmUps; n++) await fetchPage(service, subject);
  const counts: number[] = [];
  for (let n = 0; n < 3; n++) {
    counter.take();
    await fetchPage(service, subject);
    counts.push(counter.take());
  }
  return Math.min(...counts);
}

async function measureTime(service: RunningProcess, subject: Subject): Promise<number> {
  const before = processorTime(service.pid);
  for (let n = 0; n < requests; n++) await fetchPage(service, subject);
  return (processorTime(service.pid) - before) / requests;
}

async function fetchPage({ port }: RunningProcess, { path: one, token, status = 200 }: Subject): Promise<void> {
  const path = typeof one === "string" ? one : (one.shift() ?? "");
  const headers = { Host: `localhost:${port}`, ...(token && { Cookie: `session=${token}` }) };
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { headers, redirect: "manual" });
  await response.arrayBuffer();
  if (response.status !== status) throw new Error(`${path} answered ${response.status}: this measures nothing.`);
}

export function coldPageText(pages: ColdPage[]): string {
  const { statements: mostStatements, ratio: greatestRatio } = coldPageLimits;
  const lines = pages.map(({ label, statements, cpu, ratio }) => {
    const figures = [String(statements), cpu.toFixed(1), ratio.toFixed(2)]
      .map((figure) => figure.padStart(12))
      .join("");
    return `  ${label.padEnd(28)}${figures}  ${statements <= mostStatements && ratio <= greatestRatio ? "yes" : "NO"}`;
  });
  return [
    `\npages made anew, wanted at most ${mostStatements} statements and ${greatestRatio} times the emptiest page`,
    `  ${"".padEnd(28)}${["statements", "CPU ms", "ratio"].map((head) => head.padStart(12)).join("")}`,
    ...lines,
  ].join("\n");
}
