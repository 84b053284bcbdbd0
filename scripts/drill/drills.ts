import type { Filled } from "@/scripts/bench/fill";
import { attackReleases } from "@/scripts/drill/attack";
import { decideAtOnce, killDeciding } from "@/scripts/drill/decisions";
import { killDatabase } from "@/scripts/drill/kill-database";
import { killWriters } from "@/scripts/drill/kill-writers";
import { drillOpinion } from "@/scripts/drill/opinion";
import { sendTwice } from "@/scripts/drill/send-twice";
import { stopServer } from "@/scripts/drill/stop-server";

export type Scene = { database: Filled /** Starts the database again. */; restart: () => Promise<void> };
export type Outcome = { went: boolean; figures: string };

export const drills: Record<string, (scene: Scene) => Promise<Outcome>> = {
  "the database is killed while comments come in": killDatabase,
  "a process that writes is killed fifty times": async ({ database }) => {
    const { lost, half, ...written } = await killWriters(database.url, 50);
    const { kills, comments, decisions, reactions } = written;
    const figures = `${kills} kills; told of ${comments} comments, ${decisions} decisions, ${reactions} reactions; ${lost} lost, ${half} by half`;
    return { went: lost + half === 0 && comments > 0, figures };
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
