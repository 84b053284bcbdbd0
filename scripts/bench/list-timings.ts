import { reactToComment } from "@/lib/comments/reactions/reaction.commands";
import { drawNextComment } from "@/lib/comments/reactions/reaction.queries";
import { searchComments } from "@/lib/comments/threads/comment-search.queries";
import { listThreads } from "@/lib/comments/threads/thread-list.queries";
import { threadSorts } from "@/lib/comments/threads/thread-list.schema";
import { closeDb, db } from "@/lib/database/client";
import { visitor } from "@/lib/people/person.policy";
import { strategyId } from "@/scripts/bench/bench-database";

// One side of list-growth.ts, a process of its own: what lists, searches and reactions cost on the database that
// DATABASE_URL names, without HTTP. Prints milliseconds by what was done, as JSON.

type Operation = { label: string; run: () => Promise<unknown> };

const operations: Operation[] = [
  ...threadSorts.map((sort) => ({ label: `20 threads, ${sort}`, run: () => listThreads({ strategyId }, sort) })),
  {
    label: "20 threads, supported, of those against",
    run: () => listThreads({ strategyId, stance: "against" }, "supported"),
  },
  { label: "20 threads, newest, on one theme", run: () => listThreads({ strategyId, theme: "pay" }) },
  { label: "search: a word that all have", run: () => searchComments({ strategyId }, "pay", null) },
  { label: "search: words that few have", run: () => searchComments({ strategyId }, "number 500", null) },
  { label: "the next comment to react to", run: () => drawNextComment(strategyId, "p1") },
];

const rounds = 60;

/** The median of many rounds, each operation in turn, so that a noisy moment affects all equally. */
async function measure(): Promise<Record<string, number>> {
  const times = new Map(operations.map(({ label }) => [label, [] as number[]]));
  for (let round = 0; round < rounds; round++) {
    for (const { label, run } of operations) {
      const began = performance.now();
      await run();
      times.get(label)?.push(performance.now() - began);
    }
  }
  return Object.fromEntries([...times].map(([label, all]) => [label, all.sort((a, b) => a - b)[rounds / 2] ?? 0]));
}

const many = 800;

/** Milliseconds for each of many reactions of different people on different comments, 16 at once. */
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
    for (let n = at++; n < many; n = at++) {
      const comment = comments[n % comments.length];
      const others = people.filter(({ id }) => id !== comment?.participantId);
      const participantId = others[(n * 7) % others.length]?.id ?? "";
      const person = { ...visitor, participantId, participantStrategyId: strategyId };
      // each person on a network of their own, or proof of work would be required
      await reactToComment(
        person,
        strategyId,
        { comment: comment?.id ?? "", value: "agree", formId: null },
        `bench ${participantId}`,
      );
    }
  };
  await Promise.all(Array.from({ length: 16 }, work));
  return (performance.now() - began) / many;
}

const results = await measure();
results["reactions accepted, 16 at once"] = await reactions();
await closeDb();
process.stdout.write(JSON.stringify(results));
