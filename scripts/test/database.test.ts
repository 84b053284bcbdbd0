import { afterAll, expect, test } from "vitest";
import { db } from "@/lib/database/client";
import { createTestDatabase } from "@/scripts/test/database";

const database = await createTestDatabase();
afterAll(database.close);

test("a test file has a database of its own, filled", async () => {
  expect(process.env.DATABASE_URL).toBe(database.url);
  expect(await db().strategy.count()).toBe(36);
});
