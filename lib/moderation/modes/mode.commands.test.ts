import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "@/lib/database/client";
import { NotFound } from "@/lib/errors";
import { chooseMode } from "@/lib/moderation/modes/mode.commands";
import { listStrategyModes } from "@/lib/moderation/modes/mode.queries";
import { type GrantView, type Person, visitor } from "@/lib/people/person.policy";
import { createTestDatabase } from "@/scripts/test/database";

const database = await createTestDatabase();
afterAll(database.close);
const personWith = async (...grants: GrantView[]): Promise<Person> => {
  const { id } = await db().account.create({ data: {} });
  return { ...visitor, accountId: id, grants };
};
const grant = (role: GrantView["role"], bodyId: string | null, unionId: string | null) => ({ role, bodyId, unionId });
let strategy: { id: string; leadBodyId: string };
const modeNow = async () => (await db().strategy.findUniqueOrThrow({ where: { id: strategy.id } })).moderation;

beforeAll(async () => {
  strategy = await db().strategy.findFirstOrThrow({ where: { id: "west-midlands" } });
  const rep = await personWith();
  const data = { accountId: rep.accountId ?? "", role: "rep" as const, bodyId: strategy.leadBodyId, unionId: "unison" };
  await db().grant.create({ data });
});

test("an officer of a union with reps there chooses, once on the record; the lead body's officers do not", async () => {
  const union = await personWith(grant("union_officer", null, "unison"));
  const admin = await personWith(grant("admin", null, null));
  const others = [
    await personWith(grant("officer", strategy.leadBodyId, null)),
    await personWith(grant("officer", strategy.leadBodyId, null), grant("union_officer", null, "unison")),
    await personWith(grant("union_officer", null, "unite")),
    await personWith(grant("rep", strategy.leadBodyId, "unison")),
    visitor,
  ];
  for (const person of others) {
    await expect(chooseMode(person, strategy.id, "after")).rejects.toBeInstanceOf(NotFound);
    expect(await listStrategyModes(person, strategy.id)).toEqual([]);
  }
  expect(await modeNow()).toBe("before");
  await Promise.all([chooseMode(union, strategy.id, "after"), chooseMode(union, strategy.id, "after")]);
  expect(await modeNow()).toBe("after");
  await chooseMode(admin, strategy.id, "before");
  expect(await modeNow()).toBe("before");
  const events = await db().auditEvent.findMany({
    where: { action: "moderation.chooseMode" },
    orderBy: { occurredAt: "asc" },
    select: { accountId: true, details: true },
  });
  expect(events).toEqual([
    { accountId: union.accountId, details: { mode: "after" } },
    { accountId: admin.accountId, details: { mode: "before" } },
  ]);
  await expect(chooseMode(admin, "nowhere", "after")).rejects.toBeInstanceOf(NotFound);
});

test("a union whose last rep there has left chooses no more", async () => {
  const union = await personWith(grant("union_officer", null, "unison"));
  expect(await listStrategyModes(union, strategy.id)).toHaveLength(1);
  await db().grant.updateMany({ where: { unionId: "unison" }, data: { endedAt: new Date() } });
  expect(await listStrategyModes(union, strategy.id)).toEqual([]);
});
