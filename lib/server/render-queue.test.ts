import { expect, test } from "vitest";
import { Overloaded, type RenderLimits, RenderQueue } from "@/lib/server/render-queue";

/** A queue whose renders end by `finish`; `started` and `refused` are in the order of events. */
function heldQueue(limits: Partial<RenderLimits> = {}) {
  const queue = new RenderQueue({ atOnce: 1, waiting: 100, waitingOfOne: 100, ...limits });
  const [started, refused]: [string[], string[]] = [[], []];
  const ends: (() => void)[] = [];
  let most = 0;
  let running = 0;
  const add = (name: string, client: string, key: string | null = null) => {
    const work = () => {
      started.push(name);
      most = Math.max(most, ++running);
      return new Promise<void>((done) =>
        ends.push(() => {
          running--;
          done();
        }),
      );
    };
    return queue.run(client, key, work).catch((error) => {
      if (!(error instanceof Overloaded)) throw error;
      refused.push(name);
    });
  };
  const settle = async () => {
    for (let turn = 0; turn < 10; turn++) await Promise.resolve();
  };
  const finish = async () => {
    ends.shift()?.();
    await settle();
  };
  const finishAll = async () => {
    while (ends.length > 0) await finish();
  };
  return { queue, started, refused, add, settle, finish, finishAll, mostAtOnce: () => most };
}

test("no more than so many run at once, and all run in the end", async () => {
  const { add, started, finishAll, mostAtOnce, settle } = heldQueue({ atOnce: 3 });
  for (let i = 0; i < 20; i++) add(`${i}`, "one");
  await settle();
  expect(started).toHaveLength(3);
  await finishAll();
  expect(started).toHaveLength(20);
  expect(mostAtOnce()).toBe(3);
});

test("one page of somebody comes after one page of each other client, not after eighty", async () => {
  const { add, started, finishAll } = heldQueue();
  for (let i = 0; i < 80; i++) add(`search ${i}`, "greedy");
  add("home", "ann");
  add("paper", "ben");
  add("second", "ann");
  await finishAll();
  expect(started.slice(0, 6)).toEqual(["search 0", "search 1", "home", "paper", "search 2", "second"]);
  expect(started).toHaveLength(83);
});

test("who wants the page that a greedy client waits for gets it at the own turn, rendered once", async () => {
  const { queue, add, started, finishAll } = heldQueue();
  for (let i = 0; i < 80; i++) add(`search ${i}`, "greedy", `/find?q=${i}`);
  add("home", "greedy", "/");
  queue.join("ann", "/");
  queue.join("ann", "/"); // again: one turn is enough
  queue.join("ann", "/nowhere");
  expect(queue.waiting).toBe(81);
  await finishAll();
  expect(started.indexOf("home")).toBe(2);
  expect(started.filter((name) => name === "home")).toHaveLength(1);
  expect(started).toHaveLength(81);
  expect(queue.waiting).toBe(0);
});

test("a client with too many is turned away, and others are not", async () => {
  const { add, started, refused, settle, finishAll } = heldQueue({ waitingOfOne: 10 });
  for (let i = 0; i < 80; i++) add(`search ${i}`, "greedy");
  add("home", "ann");
  await settle();
  expect(refused).toHaveLength(69);
  expect(refused).not.toContain("home");
  await finishAll();
  expect(started).toHaveLength(12);
});

test("where too much waits, the newest of the longest line gives way to somebody new", async () => {
  const { queue, add, started, refused, settle, finishAll } = heldQueue({ waiting: 12, waitingOfOne: 10 });
  for (let i = 0; i < 11; i++) add(`search ${i}`, "greedy");
  for (const name of ["ann", "ben", "cy", "di"]) add(name, name);
  await settle();
  expect(queue.waiting).toBe(12);
  expect(refused).toEqual(["search 10", "search 9"]);
  await finishAll();
  expect(started).toEqual(expect.arrayContaining(["ann", "ben", "cy", "di"]));
});

test("a page that somebody else waits for as well is not turned away with the line it was first in", async () => {
  const { queue, add, started, refused, finishAll } = heldQueue({ waitingOfOne: 2 });
  add("running", "greedy");
  add("first", "greedy");
  add("home", "greedy", "/");
  queue.join("ann", "/");
  add("over", "greedy");
  await finishAll();
  expect(refused).toEqual(["over"]);
  expect(started).toEqual(["running", "first", "home"]);
});

test("a render that fails makes place for the next", async () => {
  const { queue, add, started, settle } = heldQueue();
  const failing = queue.run("ann", null, () => Promise.reject(new Error("no")));
  add("next", "ben");
  await expect(failing).rejects.toThrow("no");
  await settle();
  expect(started).toEqual(["next"]);
});
