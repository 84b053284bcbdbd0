import pg from "pg";
import { afterAll, expect, test } from "vitest";
import { db } from "@/lib/database/client";
import { runPrepared } from "@/lib/database/prepared";
import { Prisma } from "@/prisma/generated/client";
import { createTestDatabase } from "@/scripts/test/database";

process.env.TZ = "Asia/Kolkata"; // half past five hours from UTC
const database = await createTestDatabase();
afterAll(database.close);

const moment = new Date("2026-07-01T23:45:06.789Z");

test("a prepared statement reads and writes times, bytes, lists and null as Prisma does", async () => {
  const sql = Prisma.sql`SELECT ${moment}::timestamp AS at, ${Buffer.from([0, 255])}::bytea AS bytes,
    cardinality(${["a", "b,c"]}::text[]) AS count, ${null}::text AS none, ${true}::boolean AS yes`;
  const [prepared] = await runPrepared("test of types", sql);
  const [byPrisma] = await db().$queryRaw<Record<string, unknown>[]>(sql);
  expect(prepared).toMatchObject({ at: moment, count: 2, none: null, yes: true });
  expect(byPrisma).toMatchObject({ at: moment, count: 2, none: null, yes: true });
  expect(Uint8Array.from((prepared as { bytes: Uint8Array }).bytes)).toEqual(Uint8Array.from([0, 255]));
});

test("idle connections that are cut are replaced", async () => {
  const one = Prisma.sql`SELECT 1`;
  await Promise.all([1, 2, 3].map(() => runPrepared("test of one", one)));
  const other = new pg.Client({ connectionString: database.url });
  await other.connect();
  await other.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
  );
  await other.end();
  await expect.poll(() => runPrepared("test of one", one).catch(() => [])).toHaveLength(1);
});
