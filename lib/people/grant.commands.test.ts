import { afterAll, expect, test } from "vitest";
import { resumeSession, startSession } from "@/lib/auth/session.commands";
import { findSession } from "@/lib/auth/session.queries";
import { recordSignIn } from "@/lib/auth/sign-in.writes";
import { db } from "@/lib/database/client";
import { addDays, dateOfDay, isoDay } from "@/lib/dates";
import { Conflict, NotFound, RuleViolation } from "@/lib/errors";
import { listAreasWithReps, listReps } from "@/lib/moderation/rota/reassignment.queries";
import { listUnstaffedAreaIds } from "@/lib/moderation/rota/rota.queries";
import { endGrant, endSessionsOf, grantRole } from "@/lib/people/grant.commands";
import { type GrantInput, grantInput } from "@/lib/people/grant.schema";
import { type Person, visitor } from "@/lib/people/person.policy";
import { listRoleHolders } from "@/lib/people/role-holder.queries";
import { createTestDatabase } from "@/scripts/test/database";

const database = await createTestDatabase();
afterAll(database.close);

const rep: GrantInput = {
  email: "rep@example.org",
  role: "rep",
  bodyId: "west-midlands",
  unionId: "unite",
  label: "Rep 1 (Unite)",
};

const day = (fromToday: number) => dateOfDay(addDays(isoDay(new Date()), fromToday));
const admins = { role: "admin" as const, bodyId: null, unionId: null };

/** Somebody with an admin's role, as of the time of the request. */
async function makeAdmin(email: string, lastDay: Date | null = null) {
  const { accountId, grantId } = await grantRole("system", { ...rep, ...admins, email, lastDay });
  const person: Person = { ...visitor, accountId, grants: [admins] };
  return { person, accountId, grantId };
}
const countAdmins = () => db().grant.count({ where: { role: "admin", endedAt: null } });

test("a role is granted once, recorded, and starts and ends at once", async () => {
  const grants = await Promise.all([1, 2, 3].map(() => grantRole("system", rep)));
  expect(new Set(grants.map(({ grantId }) => grantId)).size).toBe(1);
  const { accountId, grantId } = grants[0] ?? { accountId: "", grantId: "" };
  const token = await startSession({ accountId, isSecondFactorVerified: true }, null);
  expect(await resumeSession(token)).toMatchObject({
    label: rep.label,
    grants: [{ role: "rep", bodyId: "west-midlands" }],
  });
  const elsewhere = await startSession({ accountId, isSecondFactorVerified: true }, null);
  const { accountId: other } = await grantRole("system", { ...rep, email: "other@example.org" });
  const others = await startSession({ accountId: other, isSecondFactorVerified: true }, null);
  await endGrant("system", grantId);
  for (const ended of [token, elsewhere]) {
    expect(await findSession(ended)).toBeNull();
    expect(await resumeSession(ended)).toBeNull();
  }
  expect(await findSession(others)).not.toBeNull();
  await expect(endGrant("system", grantId)).rejects.toThrow(Conflict);
  await expect(endGrant("system", "nothing")).rejects.toThrow(NotFound);
  const events = await db().auditEvent.findMany({
    where: { subject: `grant:${grantId}` },
    orderBy: { occurredAt: "asc" },
  });
  expect(events.map(({ action }) => action)).toEqual(["people.grantRole", "people.endGrant"]);
  expect(JSON.stringify(events)).not.toContain("example.org");
});

test("an admin signs somebody out everywhere, and their role stays", async () => {
  const { person: admin, accountId: adminId } = await makeAdmin("ends-sessions@example.org");
  const { accountId, grantId } = await grantRole("system", { ...rep, email: "signed-in@example.org" });
  const tokens = await Promise.all([1, 2].map(() => startSession({ accountId, isSecondFactorVerified: true }, null)));
  const own = await startSession({ accountId: adminId, isSecondFactorVerified: true }, null);
  for (const person of [visitor, { ...admin, grants: [] }])
    await expect(endSessionsOf(person, grantId)).rejects.toThrow(NotFound);
  await expect(endSessionsOf(admin, "nothing")).rejects.toThrow(NotFound);
  expect((await listRoleHolders(admin)).find(({ id }) => id === grantId)?.sessions).toBe(2);
  expect(await endSessionsOf(admin, grantId)).toBe(2);
  for (const token of tokens) expect(await resumeSession(token)).toBeNull();
  expect(await resumeSession(own)).not.toBeNull();
  expect((await listRoleHolders(admin)).find(({ id }) => id === grantId)?.sessions).toBe(0);
  expect(await endSessionsOf(admin, grantId)).toBe(0);
  const events = await db().auditEvent.findMany({ where: { action: "people.endSessions" } });
  expect(events.map((event) => [event.accountId, event.subject])).toEqual(
    Array(2).fill([adminId, `account:${accountId}`]),
  );
  await endGrant("system", grantId);
});

test("only admins and the operator grant roles", async () => {
  const { accountId } = await grantRole("system", {
    ...rep,
    email: "admin@example.org",
    role: "admin",
    bodyId: null,
    unionId: null,
  });
  const admin: Person = { ...visitor, accountId, grants: [{ role: "admin", bodyId: null, unionId: null }] };
  const { grantId } = await grantRole(admin, { ...rep, email: "new@example.org" });
  expect(await db().grant.findUniqueOrThrow({ where: { id: grantId } })).toMatchObject({ grantedById: accountId });
  for (const person of [
    visitor,
    { ...admin, grants: [{ role: "rep" as const, bodyId: "west-midlands", unionId: "unite" }] },
  ]) {
    await expect(grantRole(person, rep)).rejects.toThrow(NotFound);
    await expect(endGrant(person, grantId)).rejects.toThrow(NotFound);
  }
});

test("a role counts on its last day, and for nothing after it", async () => {
  const input = { ...rep, email: "until@example.org", lastDay: day(0) };
  const { accountId, grantId } = await grantRole("system", input);
  const token = await startSession({ accountId, isSecondFactorVerified: true }, null);
  expect((await findSession(token))?.person.grants).toHaveLength(1);
  await db().grant.update({ where: { id: grantId }, data: { lastDay: day(-1) } });
  expect((await findSession(token))?.person.grants).toEqual([]);
  expect(await recordSignIn(db(), accountId)).toEqual([]);
  expect((await listReps("west-midlands")).map((one) => one.accountId)).not.toContain(accountId);
  const later = await startSession({ accountId, isSecondFactorVerified: false }, null);
  expect(await findSession(later)).toMatchObject({ isStepUpPending: false, person: { grants: [] } });
  await expect(endGrant("system", grantId)).rejects.toThrow(Conflict); // it is over
  const again = await grantRole("system", { ...input, lastDay: day(30) });
  expect(again.grantId).not.toBe(grantId);
  expect((await findSession(token))?.person.grants).toHaveLength(1);
  await db().grant.update({ where: { id: again.grantId }, data: { lastDay: day(-1) } });
});

test("a body whose only rep's role is past its last day has no reps, present or away", async () => {
  const { accountId, grantId } = await grantRole("system", { ...rep, email: "solent@example.org", bodyId: "solent" });
  await db().absence.create({ data: { accountId, from: day(-1), to: day(1) } });
  expect(await listUnstaffedAreaIds(new Date())).toContain("solent");
  expect((await listAreasWithReps()).map(({ id }) => id)).toContain("solent");
  await db().grant.update({ where: { id: grantId }, data: { lastDay: day(-1) } });
  expect(await listUnstaffedAreaIds(new Date())).not.toContain("solent");
  expect((await listAreasWithReps()).map(({ id }) => id)).not.toContain("solent");
});

test("granting a role again with another end date changes nothing, and says so", async () => {
  const input = { ...rep, email: "twice@example.org", lastDay: day(10) };
  const { grantId } = await grantRole("system", input);
  expect((await grantRole("system", input)).grantId).toBe(grantId);
  await expect(grantRole("system", { ...input, lastDay: null })).rejects.toThrow(RuleViolation);
  expect((await db().grant.findUniqueOrThrow({ where: { id: grantId } })).lastDay).toEqual(day(10));
});

test("the last admin stays, and an admin past their last day is none", async () => {
  await db().grant.updateMany({ where: { role: "admin" }, data: { endedAt: new Date() } });
  const last = await makeAdmin("last@example.org");
  const limited = await makeAdmin("limited@example.org", day(5));
  const token = await startSession({ accountId: last.accountId, isSecondFactorVerified: true }, null);
  await expect(endGrant(last.person, last.grantId)).rejects.toThrow(/end date/);
  await db().grant.update({ where: { id: limited.grantId }, data: { lastDay: day(-1) } });
  await expect(endGrant(last.person, last.grantId)).rejects.toThrow(/only admin/);
  await expect(endGrant(limited.person, last.grantId)).rejects.toThrow(NotFound); // no longer an admin
  expect(await findSession(token)).not.toBeNull();
  const second = await makeAdmin("second@example.org");
  await endGrant(last.person, last.grantId);
  expect(await findSession(token)).toBeNull();
  await expect(endGrant(second.person, second.grantId)).rejects.toThrow(RuleViolation);
});

test("of two admins who end each other's role at once, or each their own, one stays", async () => {
  for (let round = 0; round < 5; round++) {
    await db().grant.updateMany({ where: { role: "admin" }, data: { endedAt: new Date() } });
    const [a, b] = [await makeAdmin(`a${round}@example.org`), await makeAdmin(`b${round}@example.org`)];
    const isOwn = round % 2 === 0;
    const results = await Promise.allSettled([
      endGrant(a.person, isOwn ? a.grantId : b.grantId),
      endGrant(b.person, isOwn ? b.grantId : a.grantId),
    ]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const failed = results.find((result) => result.status === "rejected");
    expect(failed?.reason).toBeInstanceOf(isOwn ? RuleViolation : NotFound);
    expect(await countAdmins()).toBe(1);
  }
});

test("of two admins who end the same role at once, one is too late, and it is recorded once", async () => {
  const [a, b] = [await makeAdmin("c@example.org"), await makeAdmin("d@example.org")];
  const { grantId } = await grantRole("system", { ...rep, email: "same@example.org" });
  const results = await Promise.allSettled([endGrant(a.person, grantId), endGrant(b.person, grantId)]);
  const failed = results.filter((result) => result.status === "rejected");
  expect(failed.map(({ reason }) => reason.constructor)).toEqual([Conflict]);
  expect(await db().auditEvent.count({ where: { subject: `grant:${grantId}`, action: "people.endGrant" } })).toBe(1);
});

test("an unknown body or union grants nothing", async () => {
  const input = { ...rep, email: "nobody@example.org" };
  const accounts = await db().account.count();
  await expect(grantRole("system", { ...input, bodyId: "atlantis" })).rejects.toThrow(NotFound);
  await expect(grantRole("system", { ...input, unionId: "wizards" })).rejects.toThrow(NotFound);
  expect(await db().account.count()).toBe(accounts);
});

test("a role requires its scope", () => {
  const wrong = (input: object) => grantInput.safeParse({ ...rep, ...input }).error?.issues.map(({ path }) => path[0]);
  expect(wrong({})).toBeUndefined();
  expect(wrong({ bodyId: undefined })).toEqual(["bodyId"]);
  expect(wrong({ unionId: null })).toEqual(["unionId"]);
  expect(wrong({ role: "officer", unionId: null })).toBeUndefined();
  expect(wrong({ role: "union_officer", bodyId: null })).toBeUndefined();
  expect(wrong({ role: "owner" })).toEqual(["role"]);
  expect(wrong({ role: "officer" })).toEqual(["unionId"]);
  expect(wrong({ role: "admin" })).toEqual(["bodyId", "unionId"]);
  expect(wrong({ role: "admin", bodyId: "", unionId: "" })).toBeUndefined(); // a form in which none is chosen
  expect(wrong({ bodyId: "" })).toEqual(["bodyId"]);
});

test("the last day of a role exists and is not over; left out, there is none", () => {
  const parse = (lastDay?: unknown) => grantInput.safeParse({ ...rep, lastDay });
  const message = (lastDay: unknown) => parse(lastDay).error?.issues.map((issue) => [issue.path[0], issue.message]);
  expect(parse().data?.lastDay ?? null).toBeNull();
  expect(parse("").data?.lastDay).toBeNull();
  expect(parse(isoDay(new Date())).data?.lastDay).toEqual(day(0));
  expect(message("2027-02-30")).toEqual([["lastDay", "This is not a real date."]]);
  expect(message("31/03/2027")).toEqual([["lastDay", expect.stringMatching(/year, month, day/)]]);
  expect(message(addDays(isoDay(new Date()), -1))).toEqual([["lastDay", expect.stringMatching(/future/)]]);
});
