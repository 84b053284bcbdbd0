import { afterAll, expect, test } from "vitest";
import { resumeSession, startSession } from "@/lib/auth/session.commands";
import { db } from "@/lib/database/client";
import { NotFound } from "@/lib/errors";
import { endGrant, grantRole } from "@/lib/people/grant.commands";
import { type GrantInput, grantInput } from "@/lib/people/grant.schema";
import { type Person, visitor } from "@/lib/people/person.policy";
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

test("a role is granted once, recorded, and starts and ends at once", async () => {
  const grants = await Promise.all([1, 2, 3].map(() => grantRole("system", rep)));
  expect(new Set(grants.map(({ grantId }) => grantId)).size).toBe(1);
  const { accountId, grantId } = grants[0] ?? { accountId: "", grantId: "" };
  const token = await startSession({ accountId, isSecondFactorVerified: true }, null);
  expect(await resumeSession(token)).toMatchObject({
    label: rep.label,
    grants: [{ role: "rep", bodyId: "west-midlands" }],
  });
  await endGrant("system", grantId);
  expect((await resumeSession(token))?.grants).toEqual([]);
  await expect(endGrant("system", grantId)).rejects.toThrow(NotFound);
  const events = await db().auditEvent.findMany({
    where: { subject: `grant:${grantId}` },
    orderBy: { occurredAt: "asc" },
  });
  expect(events.map(({ action }) => action)).toEqual(["people.grantRole", "people.endGrant"]);
  expect(JSON.stringify(events)).not.toContain("example.org");
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
});
