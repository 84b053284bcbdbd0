import { afterAll, expect, test } from "vitest";
import { db, isUniqueViolation, transact } from "@/lib/database/client";
import { runPrepared } from "@/lib/database/prepared";
import { Prisma } from "@/prisma/generated/client";
import { createTestDatabase } from "@/scripts/test/database";

const database = await createTestDatabase();
afterAll(database.close);

test("a unique violation is recognised, from a prepared statement and from Prisma", async () => {
  const insert = Prisma.sql`INSERT INTO accounts (id) VALUES (${"taken"})`;
  await runPrepared("test of unique violation", insert);
  const byPrepared = await runPrepared("test of unique violation", insert).catch((error) => error);
  const byPrisma = await db()
    .$executeRaw(insert)
    .catch((error) => error);
  expect([byPrepared, byPrisma, new Error("no")].map(isUniqueViolation)).toEqual([true, true, false]);
});

test("a transaction sends one statement at a time, though Prisma loads the relations of a query all at once", async () => {
  const warnings: string[] = [];
  const onWarning = ({ message }: Error) => void warnings.push(message);
  process.on("warning", onWarning);
  const strategies = await transact((tx) =>
    tx.strategy.findMany({
      take: 2,
      include: { leadBody: true, kind: true, versions: true, sections: true, bodies: true },
    }),
  );
  await new Promise((done) => setImmediate(done)); // warnings come in the next turn
  process.off("warning", onWarning);
  expect(strategies.map(({ leadBody, sections }) => [leadBody.id !== "", sections.length > 0])).toEqual([
    [true, true],
    [true, true],
  ]);
  expect(warnings).toEqual([]);
});

test("a statement that fails in a transaction does not hold up those after it", async () => {
  const outcomes = transact((tx) =>
    Promise.allSettled([tx.$queryRaw`SELECT 1 / 0`, tx.$queryRaw`ROLLBACK`, tx.$queryRaw`SELECT 2 AS n`]),
  );
  expect((await outcomes).map(({ status }) => status)).toEqual(["rejected", "fulfilled", "fulfilled"]);
});
