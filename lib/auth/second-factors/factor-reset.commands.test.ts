import { afterAll, beforeEach, expect, test } from "vitest";
import {
  cancelFactorReset,
  confirmFactorReset,
  requestFactorReset,
} from "@/lib/auth/second-factors/factor-reset.commands";
import { listFactorResets, listStaff } from "@/lib/auth/second-factors/factor-reset.queries";
import { countFactors } from "@/lib/auth/second-factors/second-factor.queries";
import { resumeSession, startSession } from "@/lib/auth/session.commands";
import { db } from "@/lib/database/client";
import { NotFound } from "@/lib/errors";
import { type Person, visitor } from "@/lib/people/person.policy";
import { newId } from "@/lib/security/encryption";
import { createTestDatabase } from "@/scripts/test/database";
import { makeRep } from "@/scripts/test/factories";

const database = await createTestDatabase();
afterAll(database.close);

async function makeAdmin(): Promise<Person> {
  const { id } = await db().account.create({ data: { label: "Admin" } });
  await db().grant.create({ data: { accountId: id, role: "admin" } });
  return { ...visitor, accountId: id, grants: [{ role: "admin", bodyId: null, unionId: null }] };
}

const bytes = () => Uint8Array.from(Buffer.from(newId()));
let [first, second, lost] = [visitor, visitor, visitor];
let lostId = "";
beforeEach(async () => {
  await db().factorReset.deleteMany();
  [first, second, lost] = await Promise.all([makeAdmin(), makeAdmin(), makeRep("west-midlands")]);
  lostId = lost.accountId ?? "";
  await db().passkey.create({ data: { accountId: lostId, credentialId: bytes(), publicKey: bytes() } });
  await db().recoveryCode.create({ data: { accountId: lostId, codeHash: bytes() } });
});
const later = (hours: number) => new Date(Date.now() + hours * 3_600_000);

test("one admin requests, another confirms, and all factors and sessions of that person are deleted; it is recorded", async () => {
  const token = await startSession({ accountId: lostId, isSecondFactorVerified: true }, null);
  await requestFactorReset(first, lostId);
  await requestFactorReset(second, lostId); // the first request stays
  const [reset] = await listFactorResets(second);
  expect(reset).toMatchObject({ label: lost.label, requestedBy: "Admin", canConfirm: true });
  expect((await listFactorResets(first))[0]?.canConfirm).toBe(false);
  await expect(confirmFactorReset(first, reset?.id ?? "")).rejects.toThrow(NotFound);
  expect(await countFactors(lostId)).toMatchObject({ passkeys: 1, codes: 1 });
  await confirmFactorReset(second, reset?.id ?? "");
  expect(await countFactors(lostId)).toEqual({ passkeys: 0, authenticators: 0, codes: 0 });
  expect(await resumeSession(token)).toBeNull();
  await expect(confirmFactorReset(second, reset?.id ?? "")).rejects.toThrow(NotFound);
  const events = await db().auditEvent.findMany({
    where: { subject: `account:${lostId}` },
    orderBy: { occurredAt: "asc" },
  });
  expect(events.map(({ action, accountId }) => [action, accountId])).toEqual([
    ["people.requestFactorReset", first.accountId],
    ["people.resetFactors", second.accountId],
  ]);
});

test("of two confirmations at once, one succeeds", async () => {
  const third = await makeAdmin();
  await requestFactorReset(first, lostId);
  const id = (await listFactorResets(second))[0]?.id ?? "";
  const results = await Promise.allSettled([confirmFactorReset(second, id), confirmFactorReset(third, id)]);
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("nobody resets their own factors; only admins do, for staff, within a day", async () => {
  const other = await makeRep("west-midlands");
  const participant = await db().account.create({ data: {} });
  for (const [person, accountId] of [
    [first, first.accountId],
    [other, lostId],
    [visitor, lostId],
    [first, participant.id],
    [first, "nobody"],
  ] as const) {
    await expect(requestFactorReset(person, accountId ?? "")).rejects.toThrow(NotFound);
  }
  await requestFactorReset(first, second.accountId ?? "");
  expect(await listFactorResets(second)).toEqual([]); // they are not shown a request about themselves
  const own = await db().factorReset.findFirstOrThrow();
  await expect(confirmFactorReset(second, own.id)).rejects.toThrow(NotFound);
  await requestFactorReset(first, lostId);
  const id = (await listFactorResets(second))[0]?.id ?? "";
  await expect(confirmFactorReset(other, id)).rejects.toThrow(NotFound);
  await expect(confirmFactorReset(second, id, later(25))).rejects.toThrow(NotFound);
  await db().grant.updateMany({ where: { accountId: first.accountId ?? "" }, data: { endedAt: new Date() } });
  await expect(confirmFactorReset(second, id)).rejects.toThrow(NotFound); // the requester is no longer an admin
  expect(await countFactors(lostId)).toMatchObject({ passkeys: 1 });
});

test("any admin can cancel a request", async () => {
  await requestFactorReset(first, lostId);
  const id = (await listFactorResets(second))[0]?.id ?? "";
  await expect(cancelFactorReset(lost, id)).rejects.toThrow(NotFound);
  await cancelFactorReset(second, id);
  await expect(confirmFactorReset(second, id)).rejects.toThrow(NotFound);
});

test("admins choose among other staff who have a second factor", async () => {
  const ids = (await listStaff(first)).map(({ id }) => id);
  expect(ids).toContain(lostId);
  expect(ids).not.toContain(first.accountId);
  expect(ids).not.toContain(second.accountId); // has no factor
  expect(await listStaff(lost)).toEqual([]);
});
