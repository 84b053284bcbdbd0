import { execFileSync } from "node:child_process";
import type { OpinionBench } from "@/scripts/bench/opinion";
import type { ReleaseBench } from "@/scripts/bench/release";

export type SummaryBench = { release: ReleaseBench; opinion: OpinionBench[] };

/** What a week's job costs: each in a process of its own, so that its peak of memory is its own. */
export function benchSummaries(): SummaryBench {
  return {
    release: runInProcess("release", "benchRelease") as ReleaseBench,
    opinion: runInProcess("opinion", "benchOpinion") as OpinionBench[],
  };
}

function runInProcess(file: string, name: string): unknown {
  const script = `import("@/scripts/bench/${file}.ts").then(async (bench) => console.log(JSON.stringify(await bench.${name}())))`;
  const out = execFileSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  return JSON.parse(out.trim().split("\n").at(-1) ?? "");
}

export function summaryBenchText({ release, opinion }: SummaryBench): string {
  const groups = opinion.map(
    ({ participants, comments, votes, seconds, peakMegabytes }) =>
      `opinion groups of ${participants} people, ${comments} comments, ${votes} reactions: ${seconds} s, peak ${peakMegabytes} MB`,
  );
  const { leps, people, figures, shown, hidden, refused, seconds, processorSeconds, peakMegabytes } = release;
  return [
    `\na first release of ${leps} LEPs, ${people} people: ${seconds} s (${processorSeconds} s of processor), peak ${peakMegabytes} MB; ${shown} of ${figures} figures shown, ${hidden} hidden by the audit, ${refused} LEPs refused`,
    ...groups,
  ].join("\n");
}
