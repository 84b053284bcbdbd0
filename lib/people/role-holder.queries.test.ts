import { afterAll, beforeEach, expect, test } from "vitest";
import { recordSignIn } from "@/lib/auth/sign-in.writes";
import { db } from "@/lib/database/client";
import { addDays, dateOf, dateOfDay, isoDay } from "@/lib/dates";
import { type Person, visitor } from "@/lib/people/person.policy";
import { getRoleToEnd, listAreaStaffing, listRoleHolders, listRoleScopes } from "@/lib/people/role-holder.queries";
import { createTestDatabase } from "@/scripts/test/database";
import { makeRep, openStrategy } from "@/scripts/test/factories";

const database = await createTestDatabase();
afterAll(database.close);

let admin: Person = visitor;
beforeEach(async () => {
  await db().grant.deleteMany();
  const { id } = await db().account.create({ data: { label: "Admin 1" } });
  await db().grant.create({ data: { accountId: id, role: "admin" } });
  admin = { ...visitor, accountId: id, grants: [{ role: "admin", bodyId: null, unionId: null }] };
});
const grantOf = ({ accountId }: Person) => db().grant.findFirstOrThrow({ where: { accountId: accountId ?? "" } });
const yesterday = dateOfDay(addDays(isoDay(new Date()), -1));

test("who has which role, where, since when and until when, and the day of the last sign-in", async () => {
  const rep = await makeRep("west-midlands", "unison");
  const lastDay = dateOfDay("2090-03-31");
  const { id } = await grantOf(rep);
  await db().grant.update({ where: { id }, data: { lastDay } });
  await recordSignIn(db(), rep.accountId ?? "");
  const holders = await listRoleHolders(admin);
  expect(holders.map(({ label }) => label).toSorted()).toEqual(["Admin 1", rep.label].toSorted());
  const found = holders.find((holder) => holder.id === id);
  expect(found).toMatchObject({ role: "rep", union: "UNISON", lastDay, lastSignIn: dateOf(new Date()) });
  expect(found?.body).toMatch(/^West Midlands/);
  expect(holders.find(({ role }) => role === "admin")).toMatchObject({ body: null, union: null, lastSignIn: null });
});

test("a filter by body, union and role; an unknown one finds nobody or filters nothing", async () => {
  const here = await makeRep("west-midlands", "unison");
  const there = await makeRep("cornwall-scilly", "gmb");
  const labels = async (filter: object) => (await listRoleHolders(admin, filter)).map(({ label }) => label).toSorted();
  expect(await labels({ body: "west-midlands" })).toEqual([here.label]);
  expect(await labels({ union: "gmb" })).toEqual([there.label]);
  expect(await labels({ role: "admin" })).toEqual(["Admin 1"]);
  expect(await labels({ body: "west-midlands", union: "gmb" })).toEqual([]);
  expect(await labels({ body: "atlantis" })).toEqual([]);
  expect(await labels({ body: "", union: "a\0b", role: "owner" })).toHaveLength(3);
});

test("roles that were ended or are past their last day are not listed, but can be read", async () => {
  const [ended, past, today] = [await makeRep("solent"), await makeRep("solent"), await makeRep("solent")];
  const set = async (person: Person, data: object) =>
    db().grant.update({ where: { id: (await grantOf(person)).id }, data });
  const endedAt = new Date("2026-10-01T10:00:00Z");
  await set(ended, { endedAt });
  await set(past, { lastDay: yesterday });
  await set(today, { lastDay: dateOf(new Date()) });
  expect((await listRoleHolders(admin, { role: "rep" })).map(({ label }) => label)).toEqual([today.label]);
  const endedOn = async (person: Person) => (await getRoleToEnd(admin, (await grantOf(person)).id))?.endedOn;
  expect([await endedOn(ended), await endedOn(past), await endedOn(today)]).toEqual([endedAt, yesterday, null]);
  expect(await getRoleToEnd(admin, "nothing")).toBeNull();
});

test("the last admin's own role says why it cannot be ended", async () => {
  const { id } = await grantOf(admin);
  expect(await getRoleToEnd(admin, id)).toMatchObject({ isOwn: true, whyNot: expect.stringMatching(/only admin/) });
  const { id: accountId } = await db().account.create({ data: { label: "Admin 2" } });
  await db().grant.create({ data: { accountId, role: "admin" } });
  expect(await getRoleToEnd(admin, id)).toMatchObject({ isOwn: true, whyNot: null });
});

test("areas without three reps of two unions come first, open consultations before others", async () => {
  await db().strategy.updateMany({ data: { phase: "reference" } });
  for (const id of ["west-midlands", "cornwall-scilly"]) await openStrategy(id);
  await db().strategy.update({ where: { id: "solent" }, data: { phase: "draft" } });
  for (const union of ["unison", "unison", "gmb"]) await makeRep("west-midlands", union);
  const view = async () => (await listAreaStaffing(admin)).map(({ id, reps, unions }) => [id, reps, unions]);
  expect(await view()).toEqual([
    ["cornwall-scilly", 0, 0],
    ["solent", 0, 0],
    ["west-midlands", 3, 2],
  ]);
  await db().grant.updateMany({ where: { unionId: "gmb" }, data: { lastDay: yesterday } });
  expect(await view()).toContainEqual(["west-midlands", 2, 1]);
  expect((await listAreaStaffing(admin)).every(({ isEnough }) => !isEnough)).toBe(true);
});

test("nobody but admins learns anything of it", async () => {
  const rep = await makeRep("west-midlands");
  for (const person of [visitor, rep]) {
    expect(await listRoleHolders(person)).toEqual([]);
    expect(await listAreaStaffing(person)).toEqual([]);
    expect(await listRoleScopes(person)).toEqual({ bodies: [], unions: [] });
    expect(await getRoleToEnd(person, (await grantOf(rep)).id)).toBeNull();
  }
  const { bodies, unions } = await listRoleScopes(admin);
  expect(bodies.map(({ id }) => id)).toContain("west-midlands");
  expect(unions.map(({ id }) => id)).toContain("unison");
});
