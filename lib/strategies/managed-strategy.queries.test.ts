import { afterAll, expect, test } from "vitest";
import { db } from "@/lib/database/client";
import type { Person } from "@/lib/people/person.policy";
import { listManagedStrategies } from "@/lib/strategies/managed-strategy.queries";
import { createTestDatabase } from "@/scripts/test/database";
import { makeAccount, openStrategy } from "@/scripts/test/factories";

const database = await createTestDatabase();
afterAll(database.close);

const admin: Person = { ...(await makeAccount()), grants: [{ role: "admin", bodyId: null, unionId: null }] };
await openStrategy("tees-valley");
await openStrategy("dorset");

test("what is open comes first, by area, then the others", async () => {
  const all = await listManagedStrategies(admin);
  expect(all).toHaveLength(await db().strategy.count());
  const open = all.filter(({ phase }) => phase === "open");
  expect(open.map(({ id }) => id)).toEqual(expect.arrayContaining(["dorset", "tees-valley"]));
  expect(all.slice(0, open.length)).toEqual(open.toSorted((a, b) => a.areaName.localeCompare(b.areaName)));
});

test("one is found by its area or its lead body, however it is written", async () => {
  const ids = async (search: string) => (await listManagedStrategies(admin, search)).map(({ id }) => id);
  expect(await ids("  DORSET ")).toEqual(["dorset"]);
  expect(await ids("tees valley")).toContain("tees-valley");
  expect(await ids("nowhere at all")).toEqual([]);
  const officer: Person = { ...admin, grants: [{ role: "officer", bodyId: "dorset", unionId: null }] };
  expect((await listManagedStrategies(officer, "")).map(({ id }) => id)).toEqual(["dorset"]);
});
