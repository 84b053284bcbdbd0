import { execFileSync } from "node:child_process";
import { createBenchDatabase } from "@/scripts/bench/bench-database";
import type { EditionBench } from "@/scripts/bench/edition";
import type { OpinionBench } from "@/scripts/bench/opinion";
import type { ReleaseBench } from "@/scripts/bench/release";

export type SummaryBench = { release: ReleaseBench; opinion: OpinionBench[]; editions: EditionBench[] };

/**
 * What the jobs of a day and of a week cost: each in a process of its own, so that its peak of memory is its own.
 * @param clusterUrl where a database for the editions is made
 */
export async function benchSummaries(clusterUrl: string): Promise<SummaryBench> {
  return {
    editions: await benchEditions(clusterUrl, 100_000),
    release: runInProcess("release", "benchRelease") as ReleaseBench,
    opinion: runInProcess("opinion", "benchOpinion") as OpinionBench[],
  };
}

/** The editions alone, of a strategy with so many comments, and twenty times as many reactions. */
export async function benchEditions(clusterUrl: string, comments: number): Promise<EditionBench[]> {
  const { url } = await createBenchDatabase(clusterUrl, "bench_edition", comments);
  return runInProcess("edition", "benchEdition", url) as EditionBench[];
}

function runInProcess(file: string, name: string, databaseUrl = ""): unknown {
  const script = `import("./scripts/bench/${file}.ts").then(async (bench) => { console.log(JSON.stringify(await bench.${name}())); process.exit(0); })`;
  const out = execFileSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
    encoding: "utf8",
    env: { ...process.env, ...(databaseUrl && { DATABASE_URL: databaseUrl }) },
    stdio: ["ignore", "pipe", "inherit"],
  });
  return JSON.parse(out.trim().split("\n").at(-1) ?? "");
}

export function summaryBenchText({ release, opinion, editions }: SummaryBench): string {
  const groups = opinion.map(
    ({ participants, comments, votes, seconds, peakMegabytes }) =>
      `opinion groups of ${participants} people, ${comments} comments, ${votes} reactions: ${seconds} s, peak ${peakMegabytes} MB`,
  );
  const { leps, people, figures, shown, hidden, refused, seconds, processorSeconds, peakMegabytes } = release;
  const made = editionBenchText(editions);
  return [
    `\na first release of ${leps} LEPs, ${people} people: ${seconds} s (${processorSeconds} s of processor), peak ${peakMegabytes} MB; ${shown} of ${figures} figures shown, ${hidden} hidden by the audit, ${refused} LEPs refused`,
    ...groups,
    ...made,
  ].join("\n");
}

export const editionBenchText = (editions: readonly EditionBench[]): string[] =>
  editions.map(
    ({ edition, comments, reactions, seconds, peakMegabytes }) =>
      `${edition} edition of a strategy with ${comments} comments, ${reactions} reactions to count: ${seconds} s, peak ${peakMegabytes} MB`,
  );
