import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, expect, test } from "vitest";
import { subscribe, waitForPendingNotifications } from "@/lib/database/listener";
import { createTestDatabase } from "@/scripts/test/database";

const database = await createTestDatabase();
const client = new pg.Client({ connectionString: database.url });
await client.connect();
afterAll(async () => {
  await client.end();
  await database.close();
});

const listeners =
  "FROM pg_stat_activity WHERE application_name = 'at-the-table listener' AND datname = current_database()";
const countListeners = async () => (await client.query(`SELECT ${listeners}`)).rowCount;
const notify = (channel: string, payload: string) => client.query("SELECT pg_notify($1, $2)", [channel, payload]);

test("all subscribers share one connection, each hears its own channel, and the last one closes it", async () => {
  const tags: string[] = [];
  const areas: string[] = [];
  const first = subscribe({ channel: "cache_invalidation", onNotification: (values) => tags.push(...values) });
  let second = { stop: async () => {} };
  await new Promise<void>((onOpen) => {
    second = subscribe({ channel: "queue", onNotification: (values) => areas.push(...values), onOpen });
  });
  expect(await countListeners()).toBe(1);
  await notify("queue", "a b");
  await notify("cache_invalidation", "strategy:x all");
  await waitForPendingNotifications();
  expect(tags).toEqual(["strategy:x", "all"]);
  expect(areas).toEqual(["a", "b"]);
  await first.stop();
  expect(await countListeners()).toBe(1);
  await second.stop();
  await expect.poll(countListeners).toBe(0);
});

test("tells each subscriber when the connection is lost, and when it is open again", async () => {
  const events: string[] = [];
  const { stop } = subscribe({
    channel: "queue",
    onNotification: () => {},
    onOpen: () => events.push("open"),
    onLost: () => events.push("lost"),
  });
  await expect.poll(() => events).toEqual(["open"]);
  const late = subscribe({ channel: "queue", onNotification: () => {}, onOpen: () => events.push("late") });
  expect(events).toEqual(["open", "late"]);
  await late.stop();
  await client.query(`SELECT pg_terminate_backend(pid) ${listeners}`);
  await expect.poll(() => events).toEqual(["open", "late", "lost", "open"]);
  await stop();
  await sleep(200);
  expect(events).toHaveLength(4);
  expect(await countListeners()).toBe(0);
});
