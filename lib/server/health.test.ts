import pg from "pg";
import { afterAll, expect, test } from "vitest";
import { watchHealth } from "@/lib/server/health";
import { createTestDatabase } from "@/scripts/test/database";

const database = await createTestDatabase();
const client = new pg.Client({ connectionString: database.url });
await client.connect();
afterAll(async () => {
  await client.end();
  await database.close();
});

test("ready with every migration, and not with one that failed or is missing", async () => {
  let now = 0;
  const health = watchHealth(database.url, () => now);
  expect(await health.readiness()).toEqual({ ok: true, message: "ready" });
  await client.query("UPDATE _prisma_migrations SET finished_at = NULL");
  expect((await health.readiness()).ok).toBe(true); // checked less than a second ago
  now = 1_000;
  expect((await health.readiness()).message).toMatch(/^migrations to apply: [1-9]/);
  await client.query("DROP TABLE _prisma_migrations");
  now = 2_000;
  expect(await health.readiness()).toEqual({ ok: false, message: "no migrations applied" });
  await health.stop();
});

test("not ready without its database", async () => {
  const health = watchHealth("postgresql://nobody:nothing@127.0.0.1:1/none");
  expect(await health.readiness()).toEqual({ ok: false, message: "database not reached" });
  await health.stop();
});
