import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { createBenchDatabase } from "@/scripts/bench/bench-database";

/** What a list, a search or a reaction costs where there are few comments and where there are many, in milliseconds. */
export type Growth = { label: string; few: number; many: number; ratio: number };

export const maxGrowth = 1.2;
const rounds = 3;

/**
 * Lists, searches and reactions with 1,000 and with 100,000 comments. Threads are short here, so that both sides fill
 * their pages and draw from as many.
 */
export async function compareLists(clusterUrl: string): Promise<Growth[]> {
  const few = await createBenchDatabase(clusterUrl, "bench_few", 1_000, 2);
  const many = await createBenchDatabase(clusterUrl, "bench_many", 100_000, 2);
  const measured: { few: Record<string, number>; many: Record<string, number> }[] = [];
  // in turn, so that a noisy moment affects both equally
  for (let round = 0; round < rounds; round++)
    measured.push({ few: await measureInProcess(few.url), many: await measureInProcess(many.url) });
  return Object.keys(measured[0]?.few ?? {}).map((label) => {
    const median = (side: "few" | "many") =>
      measured.map((one) => one[side][label] ?? 0).sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0;
    const [a, b] = [median("few"), median("many")];
    return { label, few: a, many: b, ratio: b / a };
  });
}

/** A process reads its settings once: each size has its own. */
async function measureInProcess(url: string): Promise<Record<string, number>> {
  const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", "scripts/bench/list-timings.ts"], {
    env: { ...process.env, DATABASE_URL: url },
  });
  return JSON.parse(stdout);
}
