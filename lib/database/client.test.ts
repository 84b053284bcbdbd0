import { afterAll, expect, test } from "vitest";
import { db, isUniqueViolation } from "@/lib/database/client";
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
