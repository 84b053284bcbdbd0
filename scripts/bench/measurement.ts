import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { text } from "node:stream/consumers";

/** In a request: replaced by a new id of 22 characters each time. */
export const idPlaceholder = "PUT-A-NEW-ID-IN-HERE-!";

/** `request`: one, or several that are sent in turn. */
export type Load = { port: number; connections: number; seconds: number; request: string | string[] };
/** Times in milliseconds. */
export type LoadResult = {
  count: number;
  perSecond: number;
  p50: number;
  p99: number;
  statuses: Record<string, number>;
};
export type Side = { name: string; port: number; pid: number; request: string | string[] };
/** cpu: milliseconds of the server's processor time for one request. */
export type Measurement = {
  name: string;
  perSecond: number;
  /** Requests a second in each round. */
  rounds: number[];
  p50: number;
  p99: number;
  cpu: number;
  statuses: Record<string, number>;
};

/**
 * Loads several servers in turn, round after round, so that a noisy moment affects all equally.
 * @returns for each the median of its rounds
 */
export async function compare(
  sides: Side[],
  { connections = 16, seconds = 3, rounds = 3 } = {},
): Promise<Measurement[]> {
  for (const side of sides) await run({ ...side, connections, seconds: 1 }); // warm
  const all: Measurement[][] = sides.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, side] of sides.entries()) {
      const before = processorTime(side.pid);
      const loaded = await run({ ...side, connections, seconds });
      all[index]?.push({
        name: side.name,
        ...loaded,
        rounds: [loaded.perSecond],
        cpu: (processorTime(side.pid) - before) / Math.max(1, loaded.count),
      });
    }
  }
  return all.map(median);
}

function run({ port, request, connections, seconds }: Load): Promise<LoadResult> {
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/bench/load-generator.ts"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  child.stdin.end(JSON.stringify({ port, request, connections, seconds } satisfies Load));
  return text(child.stdout).then((output) => JSON.parse(output) as LoadResult);
}

function median(rounds: Measurement[]): Measurement {
  const middle = (of: (one: Measurement) => number) =>
    rounds.map(of).sort((a, b) => a - b)[Math.floor(rounds.length / 2)] ?? 0;
  const statuses: Record<string, number> = {};
  for (const round of rounds)
    for (const [status, n] of Object.entries(round.statuses)) statuses[status] = (statuses[status] ?? 0) + n;
  return {
    name: rounds[0]?.name ?? "",
    perSecond: middle((one) => one.perSecond),
    rounds: rounds.map((one) => one.perSecond),
    p50: middle((one) => one.p50),
    p99: middle((one) => one.p99),
    cpu: middle((one) => one.cpu),
    statuses,
  };
}

/** Processor time of a process so far, in milliseconds; 0 where /proc is not available. */
export function processorTime(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return 0;
  }
}
