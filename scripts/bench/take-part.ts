import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { react } from "@/lib/comments/reacting/commands";
import { drawForReaction } from "@/lib/comments/reacting/queries";
import { listThreads, searchComments } from "@/lib/comments/reading/queries";
import { sorts } from "@/lib/comments/reading/schema";
import { closeDb, db } from "@/lib/db";
import { startEmbedded } from "@/lib/embedded-postgres";
import { visitor } from "@/lib/people/policy";
import { makeDatabase, strategyId } from "@/scripts/bench/fill";

// npx tsx scripts/bench/take-part.ts: what reading, searching and reacting cost with 1,000 and with 100,000 comments,
// without HTTP. Prints the median in milliseconds, and the ratio of the two.
process.env.SECRET_KEY = "be".repeat(32);
const own = process.argv[2];
if (own) {
  process.env.DATABASE_URL = own;
  process.stdout.write(JSON.stringify(await measure()));
} else {
  await compareBoth();
}

async function compareBoth(): Promise<void> {
  const embedded = await startEmbedded(join(".data", "bench-take-part"));
  try {
    const [small, large] = [await inProcess(embedded.url, 1_000), await inProcess(embedded.url, 100_000)];
    for (const [what, ms] of Object.entries(large)) {
      const before = small[what] ?? 0;
      const figures = [before.toFixed(2).padStart(9), ms.toFixed(2).padStart(9), (ms / before).toFixed(2).padStart(7)];
      process.stdout.write(`${what.padEnd(40)}${figures.join("")}\n`);
    }
  } finally {
    embedded.stop();
  }
}

/** A process reads its settings once: each size has its own. */
async function inProcess(cluster: string, comments: number): Promise<Record<string, number>> {
  const { url } = await makeDatabase(cluster, `bench_${comments}`, comments);
  const words = ["--import", "tsx", "scripts/bench/take-part.ts", url];
  return JSON.parse(execFileSync(process.execPath, words, { encoding: "utf8" }));
}

async function measure(): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  const time = async (what: string, work: () => Promise<unknown>) => {
    const times: number[] = [];
    for (let n = 0; n < 60; n++) {
      const began = performance.now();
      await work();
      times.push(performance.now() - began);
    }
    found[what] = times.sort((a, b) => a - b)[30] ?? 0;
  };
  for (const sort of sorts) await time(`20 threads, ${sort}`, () => listThreads({ strategyId }, sort));
  await time("20 threads, supported, against", () => listThreads({ strategyId, stance: "against" }, "supported"));
  await time("20 threads, newest, one theme", () => listThreads({ strategyId, theme: "pay" }));
  await time("search, a word that all have", () => searchComments({ strategyId }, "pay", null));
  await time("search, a word that few have", () => searchComments({ strategyId }, "number 500", null));
  await time("the next one to react to", () => drawForReaction(strategyId, "p1"));
  found["reactions, 16 at once: ms each"] = await reactions();
  await closeDb();
  return found;
}

/** Milliseconds for each of 800 reactions of different people on different comments, 16 at once. */
async function reactions(): Promise<number> {
  const comments = await db().comment.findMany({
    where: { strategyId },
    take: 400,
    select: { id: true, participantId: true },
  });
  const people = await db().participant.findMany({ where: { strategyId }, take: 200, select: { id: true } });
  const began = performance.now();
  let at = 0;
  const work = async () => {
    for (let n = at++; n < 800; n = at++) {
      const comment = comments[n % comments.length]?.id ?? "";
      const person = {
        ...visitor,
        participantId: people[(n * 7) % people.length]?.id ?? "",
        participantStrategyId: strategyId,
      };
      await react(person, strategyId, { comment, value: "agree", formId: null }, "bench").catch(() => {});
    }
  };
  await Promise.all(Array.from({ length: 16 }, work));
  return (performance.now() - began) / 800;
}
