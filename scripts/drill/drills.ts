import type { BenchDatabase } from "@/scripts/bench/bench-database";
import { drillAccountTiming } from "@/scripts/drill/account-timing";
import type { CleanDatabase } from "@/scripts/drill/clean-database";
import { drillClockJump } from "@/scripts/drill/clock-jump";
import { drillDatabaseKill } from "@/scripts/drill/database-kill";
import { drillDatabaseOutage } from "@/scripts/drill/database-outage";
import { decideAtOnce, killDuringDecisions, onDatabase } from "@/scripts/drill/decisions";
import { drillDuplicateSubmission } from "@/scripts/drill/duplicate-submission";
import { drillFullDisk } from "@/scripts/drill/full-disk";
import { drillGracefulShutdown } from "@/scripts/drill/graceful-shutdown";
import { drillIdleConnections } from "@/scripts/drill/idle-connections";
import { drillMailOutage } from "@/scripts/drill/mail-outage";
import { drillOpinionNoise } from "@/scripts/drill/opinion-noise";
import { attackReleases } from "@/scripts/drill/release-attack";
import { drillServerKill } from "@/scripts/drill/server-kill";
import { drillTwoInstances } from "@/scripts/drill/two-instances";

export type DrillContext = {
  /** With comments and reactions, as for the benchmarks. */
  database: BenchDatabase;
  /** An empty one of this drill's own. */
  clean: () => Promise<CleanDatabase>;
  /** Starts the database again. */
  restart: () => Promise<void>;
};
export type DrillResult = { hasPassed: boolean; figures: string };

export const drills: Record<string, (context: DrillContext) => Promise<DrillResult>> = {
  "the database is killed while comments come in": drillDatabaseKill,
  "the server is killed fifty times while people take part": async ({ clean }) => {
    const { kills, comments, decisions, reactions, lost, half, verified } = await drillServerKill(await clean(), 50);
    const acknowledged = `told of ${comments} comments, ${decisions} decisions, ${reactions} reactions`;
    const figures = `${kills} kills; ${acknowledged}; ${lost} lost, ${half} by half, ops verify ${verified ? "passes" : "FAILS"}`;
    return { hasPassed: lost + half === 0 && verified && comments > 0, figures };
  },
  "the disk is full": drillFullDisk,
  "the database goes and comes back": ({ clean }) => runDatabaseOutage(clean, "cut"),
  "the database falls silent and comes back": ({ clean }) => runDatabaseOutage(clean, "silence"),
  "the mail server goes and comes back": async ({ database: { url } }) => {
    const port = Number(new URL(process.env.SMTP_URL ?? "").port);
    const delivered = await onDatabase(url, () => drillMailOutage(url, port, 50));
    const { requested, once, twice, never, refused, triedAgain, caughtUp } = delivered;
    const figures = `${requested} asked for; ${once} came once, ${twice} twice, ${never} never; ${refused} refused for good, ${triedAgain} of them tried again; the last came ${caughtUp} ms after the server was back`;
    return { hasPassed: twice + never + triedAgain === 0 && once === requested - refused, figures };
  },
  "somebody guesses addresses": ({ database: { url } }) => onDatabase(url, () => drillAccountTiming(url)),
  "the clock jumps": async ({ clean }) => drillClockJump(await clean()),
  "ten thousand connections say nothing": async ({ clean }) => drillIdleConnections(await clean()),
  "two instances, one killed": async ({ clean }) => {
    const { seenAfter, ...shared } = await drillTwoInstances(await clean(), { rounds: 20, kills: 6 });
    const [median, longest] = [0.5, 1].map((share) => Math.round(sorted(seenAfter)[Math.ceil(20 * share) - 1] ?? 0));
    const { lost, half, verified, sessions, requested, answered, mails, twice, kills, acknowledged, refused } = shared;
    const figures = `published on one, on the other's page after ${median} ms, ${longest} at most (20 times); sessions ${sessions ? "shared" : "NOT SHARED"}; ${answered} of ${requested} requests for mails answered alike, ${mails} came, ${twice} twice; ${kills} kills, ${acknowledged} comments told of, otherwise ${JSON.stringify(refused)}, ${lost} lost, ${half} by half, ops verify ${verified ? "passes" : "FAILS"}`;
    const hasPassed =
      sessions && answered === requested && mails === 20 && twice === 0 && lost + half === 0 && verified;
    return { hasPassed: hasPassed && (longest ?? 1_000) < 1_000, figures };
  },
  "the server is told to stop while pages are read": drillGracefulShutdown,
  "one form is sent fifty times at once": drillDuplicateSubmission,
  "fifty reps decide five hundred cases at once": decideAtOnce,
  "whoever decides is killed twenty times": killDuringDecisions,
  "a stranger attacks the releases": attackReleases,
  "opinion groups are sought in votes dealt anew": async () => {
    const noise = drillOpinionNoise(100);
    const figures = noise.map(({ dataset, appeared, runs }) => `${dataset}: in ${appeared} of ${runs}`);
    return { hasPassed: noise.every(({ appeared, runs }) => appeared <= runs / 20), figures: figures.join("; ") };
  },
};

async function runDatabaseOutage(clean: DrillContext["clean"], how: "cut" | "silence"): Promise<DrillResult> {
  const { requested, clear, unclear, readyAfter, storedAfter, acknowledged, lost, half } = await drillDatabaseOutage(
    await clean(),
    how,
    30_000,
  );
  const figures = `${clear} of ${requested} answers clear meanwhile ${[...new Set(unclear)].slice(0, 3)}; ready ${readyAfter} ms after it was back, a comment kept after ${storedAfter} ms; ${acknowledged} comments told of, ${lost} lost, ${half} by half`;
  return { hasPassed: unclear.length === 0 && lost + half === 0, figures };
}

const sorted = (numbers: number[]) => [...numbers].sort((a, b) => a - b);
