import pg from "pg";
import { afterAll, expect, test } from "vitest";
import { db } from "@/lib/database/client";
import { startStatementCounter } from "@/scripts/bench/statement-counter";
import { createTestDatabase } from "@/scripts/test/database";

const database = await createTestDatabase();
const counter = await startStatementCounter(database.url);
process.env.DATABASE_URL = counter.url;
afterAll(async () => {
  await database.close();
  await counter.stop();
});

test("statements are counted, however they are sent, and transactions with their ends", async () => {
  const client = new pg.Client({ connectionString: counter.url });
  await client.connect();
  expect(counter.take()).toBe(0); // to sign in is none
  await client.query("SELECT 1");
  expect(counter.take()).toBe(1);
  await client.query("SELECT $1::text", ["x".repeat(200_000)]); // more than one packet
  await client.query({ name: "prepared", text: "SELECT $1::int", values: [1] });
  await client.query({ name: "prepared", text: "SELECT $1::int", values: [2] });
  expect(counter.take()).toBe(3);
  await client.end();
  await db().$transaction(async (tx) => tx.theme.count());
  expect(counter.take()).toBe(3);
  expect(counter.take()).toBe(0);
});

test("relations are read with their row, in one statement", async () => {
  counter.take();
  await db().strategy.findFirst({ select: { leadBody: { select: { kind: true } }, versions: true, districts: true } });
  expect(counter.take()).toBe(1);
});
