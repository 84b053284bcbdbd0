import { react } from "@/lib/comments/reactions/reaction.commands";
import { drawForReaction } from "@/lib/comments/reactions/reaction.queries";
import { searchComments } from "@/lib/comments/threads/comment-search.queries";
import { listThreads } from "@/lib/comments/threads/thread-list.queries";
import { sorts } from "@/lib/comments/threads/thread-list.schema";
import { closeDb, db } from "@/lib/database/client";
import { visitor } from "@/lib/people/person.policy";
import { strategyId } from "@/scripts/bench/bench-database";

// One side of compare-lists.ts, a process of its own: what lists, searches and reactions cost on the database that
// DATABASE_URL names, without HTTP. Prints milliseconds by what was done, as JSON.

type Deed = { what: string; do: () => Promise<unknown> };

const deeds: Deed[] = [
  ...sorts.map((sort) => ({ what: `20 threads, ${sort}`, do: () => listThreads({ strategyId }, sort) })),
  {
    what: "20 threads, supported, of those against",
    do: () => listThreads({ strategyId, stance: "against" }, "supported"),
  },
  { what: "20 threads, newest, on one theme", do: () => listThreads({ strategyId, theme: "pay" }) },
  { what: "search: a word that all have", do: () => searchComments({ strategyId }, "pay", null) },
  { what: "search: words that few have", do: () => searchComments({ strategyId }, "number 500", null) },
  { what: "the next comment to react to", do: () => drawForReaction(strategyId, "p1") },
];

const rounds = 60;

/** The median of many rounds, each deed in turn, so that a noisy moment hits all alike. */
async function measure(): Promise<Record<string, number>> {
  const times = new Map(deeds.map(({ what }) => [what, [] as number[]]));
  for (let round = 0; round < rounds; round++) {
    for (const { what, do: work } of deeds) {
      const began = performance.now();
      await work();
      times.get(what)?.push(performance.now() - began);
    }
  }
  return Object.fromEntries([...times].map(([what, all]) => [what, all.sort((a, b) => a - b)[rounds / 2] ?? 0]));
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
      // each person on a network of their own, or a puzzle would be asked for
      await react(
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

const found = await measure();
found["reactions accepted, 16 at once"] = await reactions();
await closeDb();
process.stdout.write(JSON.stringify(found));
