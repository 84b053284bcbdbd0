import type { Filled } from "@/scripts/bench/bench-database";
import { sameTime } from "@/scripts/drill/account-timing";
import type { Clean } from "@/scripts/drill/clean-database";
import { jumpClock } from "@/scripts/drill/clock-jump";
import { killDatabase } from "@/scripts/drill/database-kill";
import { loseDatabase } from "@/scripts/drill/database-outage";
import { decideAtOnce, killDeciding, onDatabase } from "@/scripts/drill/decisions";
import { sendTwice } from "@/scripts/drill/duplicate-submission";
import { fillDisk } from "@/scripts/drill/full-disk";
import { stopServer } from "@/scripts/drill/graceful-shutdown";
import { holdOut } from "@/scripts/drill/idle-connections";
import { loseMail } from "@/scripts/drill/mail-outage";
import { drillOpinion } from "@/scripts/drill/opinion-noise";
import { attackReleases } from "@/scripts/drill/release-attack";
import { killServer } from "@/scripts/drill/server-kill";
import { twoInstances } from "@/scripts/drill/two-instances";

export type Scene = {
  /** With comments and reactions, as for the benchmarks. */
  database: Filled;
  /** An empty one of this drill's own. */
  clean: () => Promise<Clean>;
  /** Starts the database again. */
  restart: () => Promise<void>;
};
export type Outcome = { went: boolean; figures: string };

export const drills: Record<string, (scene: Scene) => Promise<Outcome>> = {
  "the database is killed while comments come in": killDatabase,
  "the server is killed fifty times while people take part": async ({ clean }) => {
    const { kills, comments, decisions, reactions, lost, half, verified } = await killServer(await clean(), 50);
    const told = `told of ${comments} comments, ${decisions} decisions, ${reactions} reactions`;
    const figures = `${kills} kills; ${told}; ${lost} lost, ${half} by half, ops verify ${verified ? "passes" : "FAILS"}`;
    return { went: lost + half === 0 && verified && comments > 0, figures };
  },
  "the disk is full": fillDisk,
  "the database goes and comes back": ({ clean }) => regained(clean, "cut"),
  "the database falls silent and comes back": ({ clean }) => regained(clean, "hush"),
  "the mail server goes and comes back": async ({ database: { url } }) => {
    const port = Number(new URL(process.env.SMTP_URL ?? "").port);
    const delivered = await onDatabase(url, () => loseMail(url, port, 50));
    const { asked, once, twice, never, refused, triedAgain, caughtUp } = delivered;
    const figures = `${asked} asked for; ${once} came once, ${twice} twice, ${never} never; ${refused} refused for good, ${triedAgain} of them tried again; the last came ${caughtUp} ms after the server was back`;
    return { went: twice + never + triedAgain === 0 && once === asked - refused, figures };
  },
  "somebody guesses addresses": ({ database: { url } }) => onDatabase(url, () => sameTime(url)),
  "the clock jumps": async ({ clean }) => jumpClock(await clean()),
  "ten thousand connections say nothing": async ({ clean }) => holdOut(await clean()),
  "two instances, one killed": async ({ clean }) => {
    const { seenAfter, ...shared } = await twoInstances(await clean(), { rounds: 20, kills: 6 });
    const [median, longest] = [0.5, 1].map((share) => Math.round(sorted(seenAfter)[Math.ceil(20 * share) - 1] ?? 0));
    const { lost, half, verified, sessions, asked, allowed, mails, twice, kills, told, refused } = shared;
    const figures = `published on one, on the other's page after ${median} ms, ${longest} at most (20 times); sessions ${sessions ? "shared" : "NOT SHARED"}; ${allowed} of ${asked} mails let through, ${mails} came, ${twice} twice; ${kills} kills, ${told} comments told of, otherwise ${JSON.stringify(refused)}, ${lost} lost, ${half} by half, ops verify ${verified ? "passes" : "FAILS"}`;
    const went = sessions && allowed === 20 && mails === 20 && twice === 0 && lost + half === 0 && verified;
    return { went: went && (longest ?? 1_000) < 1_000, figures };
  },
  "the server is told to stop while pages are read": stopServer,
  "one form is sent fifty times at once": sendTwice,
  "fifty reps decide five hundred cases at once": decideAtOnce,
  "whoever decides is killed twenty times": killDeciding,
  "a stranger attacks the releases": attackReleases,
  "opinion groups are sought in votes dealt anew": async () => {
    const noise = drillOpinion(100);
    const figures = noise.map(({ conversation, appeared, runs }) => `${conversation}: in ${appeared} of ${runs}`);
    return { went: noise.every(({ appeared, runs }) => appeared <= runs / 20), figures: figures.join("; ") };
  },
};

async function regained(clean: Scene["clean"], how: "cut" | "hush"): Promise<Outcome> {
  const { asked, clear, unclear, readyAfter, keptAfter, told, lost, half } = await loseDatabase(
    await clean(),
    how,
    30_000,
  );
  const figures = `${clear} of ${asked} answers clear meanwhile ${[...new Set(unclear)].slice(0, 3)}; ready ${readyAfter} ms after it was back, a comment kept after ${keptAfter} ms; ${told} comments told of, ${lost} lost, ${half} by half`;
  return { went: unclear.length === 0 && lost + half === 0, figures };
}

const sorted = (numbers: number[]) => [...numbers].sort((a, b) => a - b);
