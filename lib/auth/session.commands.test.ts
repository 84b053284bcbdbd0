import { afterAll, beforeEach, expect, test } from "vitest";
import {
  deleteExpiredSessions,
  endOwnSessions,
  endSession,
  resumeSession,
  signInByReceipt,
  startSession,
} from "@/lib/auth/session.commands";
import { listSessions } from "@/lib/auth/session.queries";
import { stepUpSession } from "@/lib/auth/session.writes";
import { db } from "@/lib/database/client";
import { RateLimited } from "@/lib/errors";
import { endSessionsOf, grantRole } from "@/lib/people/grant.commands";
import { receiptForForm } from "@/lib/people/participant.queries";
import { findOrCreateParticipant } from "@/lib/people/participant.writes";
import { isRepFor, visitor } from "@/lib/people/person.policy";
import { eraseAccount } from "@/lib/people/privacy/erasure.writes";
import { sealSessionOwner, sessionsOf } from "@/lib/people/session-owner.queries";
import { newFormId, plainHash } from "@/lib/security/encryption";
import { atTime } from "@/scripts/test/clock";
import { createTestDatabase } from "@/scripts/test/database";

const database = await createTestDatabase();
afterAll(database.close);

const minutes = (count: number) => new Date(Date.now() + count * 60_000);
const resumeAt = (token: string, moment: Date) => atTime(moment, () => resumeSession(token));
let accountId = "";
beforeEach(async () => {
  accountId = (await db().account.create({ data: { label: "Rep 1 (Unite)" } })).id;
});
const makeRep = () =>
  db().grant.create({ data: { accountId, role: "rep", bodyId: "west-midlands", unionId: "unite" } });

test("only a hash of the token is stored, and the token finds the person", async () => {
  const token = await startSession({ accountId }, null);
  const [stored] = await db().session.findMany({ where: sessionsOf(accountId) });
  expect(Buffer.from(stored?.tokenHash ?? [])).toEqual(Buffer.from(plainHash(token)));
  expect(await resumeSession(token)).toEqual({ ...visitor, accountId, label: "Rep 1 (Unite)" });
  expect(await resumeSession(token.toLowerCase())).toBeNull();
});

test("signing in again replaces the token", async () => {
  const first = await startSession({ accountId }, null);
  const second = await startSession({ accountId }, first);
  expect(second).not.toBe(first);
  expect(await resumeSession(first)).toBeNull();
  expect(await resumeSession(second)).not.toBeNull();
});

test("a role counts from the moment it is granted until it ends", async () => {
  const [token, idle] = await Promise.all(
    [1, 2].map(() => startSession({ accountId, isSecondFactorVerified: true }, null)),
  );
  expect(await resumeAt(idle ?? "", minutes(16))).not.toBeNull();
  await db().session.updateMany({ where: sessionsOf(accountId), data: { seenAt: new Date() } });
  const grant = await makeRep();
  const rep = await resumeSession(token ?? "");
  expect(rep && isRepFor(rep, "west-midlands")).toBe(true);
  expect(await resumeAt(idle ?? "", minutes(16))).toBeNull();
  await db().grant.update({ where: { id: grant.id }, data: { endedAt: new Date() } });
  expect((await resumeSession(token ?? ""))?.grants).toEqual([]);
});

test("a role requires a second step: before it the session has no person, and after it a new token", async () => {
  const token = await startSession({ accountId }, null);
  const { id } = await db().session.findFirstOrThrow({ where: sessionsOf(accountId) });
  expect(await resumeSession(token)).not.toBeNull();
  const { id: grantId } = await makeRep();
  expect(await resumeSession(token)).toBeNull();
  const steps = await Promise.all([1, 2, 3].map(() => stepUpSession(db(), id)));
  const tokens = steps.filter((step) => step !== null);
  expect(tokens).toHaveLength(1);
  expect(await resumeSession(token)).toBeNull();
  expect((await resumeSession(tokens[0] ?? ""))?.grants).toHaveLength(1);
  await db().grant.update({ where: { id: grantId }, data: { endedAt: new Date() } });
  expect((await resumeSession(tokens[0] ?? ""))?.grants).toEqual([]);
});

test("a participant's session stays live while it is used, for a day at most", async () => {
  expect(await resumeAt(await startSession({ accountId }, null), minutes(61))).toBeNull();
  const token = await startSession({ accountId }, null);
  expect(await resumeAt(token, minutes(49))).not.toBeNull();
  expect(await resumeAt(token, minutes(98))).not.toBeNull();
  await db().session.updateMany({ where: sessionsOf(accountId), data: { seenAt: minutes(24 * 60 - 1) } });
  expect(await resumeAt(token, minutes(24 * 60 + 1))).toBeNull();
});

test("a session of staff ends after a quarter of an hour without use, and after eight hours", async () => {
  await makeRep();
  const token = await startSession({ accountId, isSecondFactorVerified: true }, null);
  expect(await resumeAt(token, minutes(14))).not.toBeNull();
  expect(await resumeAt(token, minutes(30))).toBeNull();
  const used = await startSession({ accountId, isSecondFactorVerified: true }, null);
  await db().session.updateMany({ where: sessionsOf(accountId), data: { seenAt: minutes(479) } });
  expect(await resumeAt(used, minutes(479.5))).not.toBeNull();
  expect(await resumeAt(used, minutes(481))).toBeNull();
});

test("of a participant the hour of the start and ten minutes of the last use are stored, and written that often", async () => {
  const start = new Date(Math.floor(Date.now() / 3_600_000) * 3_600_000 + 34 * 60_000 + 56_789);
  const at = (minute: number) => new Date(start.getTime() - 34 * 60_000 - 56_789 + minute * 60_000);
  const receipt = receiptForForm(newFormId());
  const { id } = await db().$transaction((tx) => findOrCreateParticipant(tx, visitor, "west-midlands", receipt));
  for (const owner of [{ accountId, isSecondFactorVerified: true }, { participantId: id }]) {
    const token = await startSession(owner, null, start);
    const times = { select: { startedAt: true, seenAt: true, endsAt: true, steppedUpAt: true } };
    const read = () =>
      db().session.findFirstOrThrow({
        where: owner.participantId ? { participantId: id } : sessionsOf(accountId),
        ...times,
      });
    const steppedUpAt = owner.participantId ? null : at(0);
    const stored = { startedAt: at(0), seenAt: at(30), endsAt: at(24 * 60), steppedUpAt };
    expect(await read()).toEqual(stored);
    await resumeAt(token, new Date(at(40).getTime() - 1));
    expect(await read()).toEqual(stored);
    await resumeAt(token, new Date(at(47).getTime() + 123));
    expect(await read()).toEqual({ ...stored, seenAt: at(40) });
  }
});

test("the time when staff last used a session is written once a minute at most", async () => {
  await makeRep();
  const start = new Date();
  const token = await startSession({ accountId, isSecondFactorVerified: true }, null, start);
  const seenAt = async () => (await db().session.findFirstOrThrow({ where: sessionsOf(accountId) })).seenAt.getTime();
  await resumeAt(token, new Date(start.getTime() + 59_000));
  expect(await seenAt()).toBe(start.getTime());
  await resumeAt(token, new Date(start.getTime() + 60_000));
  expect(await seenAt()).toBe(start.getTime() + 60_000);
});

test("an expired session is left to the job: a clock that runs ahead for a moment ends nobody's", async () => {
  const token = await startSession({ accountId }, null);
  expect(await resumeAt(token, minutes(61))).toBeNull();
  expect(await resumeSession(token)).not.toBeNull();
});

test("an ended session stops working at once", async () => {
  const token = await startSession({ accountId }, null);
  await endSession(token);
  expect(await resumeSession(token)).toBeNull();
});

test("a person lists their own sessions and ends one or all of them, but nobody else's", async () => {
  const [here, there] = [await startSession({ accountId }, null), await startSession({ accountId }, null)];
  const other = await db().account.create({ data: {} });
  const others = await startSession({ accountId: other.id }, null);
  const person = { ...visitor, accountId };
  const list = await listSessions(person, here);
  expect(list.map(({ isCurrent }) => isCurrent).sort()).toEqual([false, true]);
  expect(Object.keys(list[0] ?? {}).sort()).toEqual([
    "id",
    "isCurrent",
    "isStepUpPending",
    "lastUsedText",
    "startedText",
  ]);
  const [elsewhere] = list.filter(({ isCurrent }) => !isCurrent);
  expect(await endOwnSessions({ ...visitor, accountId: other.id }, { id: elsewhere?.id ?? "" })).toBe(0);
  expect(await endOwnSessions(visitor, "all")).toBe(0);
  expect(await endOwnSessions(person, { id: elsewhere?.id ?? "" })).toBe(1);
  expect(await resumeSession(there)).toBeNull();
  expect(await resumeSession(here)).not.toBeNull();
  await startSession({ accountId }, null);
  expect(await endOwnSessions(person, "all")).toBe(2);
  expect(await resumeSession(here)).toBeNull();
  expect(await listSessions(person, here)).toEqual([]);
  expect(await resumeSession(others)).not.toBeNull();
});

test("the sessions of an erased account do not work", async () => {
  const token = await startSession({ accountId }, null);
  await db().account.update({ where: { id: accountId }, data: { erasedAt: new Date() } });
  expect(await resumeSession(token)).toBeNull();
});

test("a receipt signs in as its participant, and guessing is limited", async () => {
  const receipt = receiptForForm(newFormId());
  const participant = await db().$transaction((tx) => findOrCreateParticipant(tx, visitor, "west-midlands", receipt));
  const before = await startSession({ accountId }, null);
  const token = await signInByReceipt(receipt, "client", before);
  const person = { ...visitor, participantId: participant.id, participantStrategyId: "west-midlands" };
  expect(await resumeSession(token ?? "")).toEqual(person);
  expect(await resumeSession(before)).toBeNull();
  const guess = () => signInByReceipt(receiptForForm(newFormId()), "client", null);
  for (let tries = 0; tries < 9; tries++) expect(await guess()).toBeNull();
  await expect(signInByReceipt(receipt, "client", null)).rejects.toThrow(RateLimited);
  expect(await resumeSession((await signInByReceipt(receipt, "another client", null)) ?? "")).toEqual(person);
});

test("expired sessions are deleted, others are not", async () => {
  await db().session.deleteMany();
  const [expired, idle, live] = await Promise.all([1, 2, 3].map(() => startSession({ accountId }, null)));
  const when = (token: string | undefined) => ({ where: { tokenHash: plainHash(token ?? "") } });
  await db().session.update({ ...when(expired), data: { endsAt: minutes(-1) } });
  await db().session.update({ ...when(idle), data: { seenAt: minutes(-61) } });
  expect(await deleteExpiredSessions()).toBe(2);
  expect(await resumeSession(live ?? "")).not.toBeNull();
});

test("a session names its account only once there is a role; whoever ends the account's sessions ends it either way", async () => {
  const { accountId: id } = await grantAfter(async () => {});
  expect(await resumeSession(await startSession({ accountId: id, isSecondFactorVerified: true }, null))).not.toBeNull();
  const stored = async (owner: string) =>
    db().session.findMany({
      where: sessionsOf(owner),
      select: { accountId: true, ownerSealed: true, ownerIndex: true },
    });
  expect((await stored(id)).map((row) => row.accountId)).toEqual([id]);

  let token = "";
  const { accountId: granted, grantId } = await grantAfter(async (before) => {
    token = await startSession({ accountId: before }, null);
    const [row] = await stored(before);
    expect([row?.accountId, row?.ownerSealed?.length, row?.ownerIndex?.length]).toEqual([null, expect.any(Number), 32]);
    expect((await resumeSession(token))?.accountId).toBe(before);
  });
  expect(await stored(granted)).toEqual([{ accountId: granted, ownerSealed: null, ownerIndex: null }]);
  expect(await resumeSession(token)).toBeNull(); // the second step is missing
  expect(await endSessionsOf("system", grantId)).toBe(1);
  expect(await stored(granted)).toEqual([]);
});

test("a sealed session ends when its account is erased, and opens nothing in another's row", async () => {
  const tokens = [await startSession({ accountId }, null), await startSession({ accountId }, null)];
  const { id: other } = await db().account.create({ data: {} });
  const stranger = await startSession({ accountId: other }, null);
  const sealed = sealSessionOwner(other).ownerSealed;
  await db().session.updateMany({ where: { tokenHash: plainHash(tokens[0] ?? "") }, data: { ownerSealed: sealed } });
  await expect(resumeSession(tokens[0] ?? "")).rejects.toThrow();
  await db().$transaction((tx) => eraseAccount(tx, accountId));
  expect(await resumeSession(tokens[1] ?? "")).toBeNull();
  expect(await db().session.count({ where: sessionsOf(accountId) })).toBe(0);
  expect((await resumeSession(stranger))?.accountId).toBe(other);
});

/** Grants a role to a new account, after something. */
async function grantAfter(before: (accountId: string) => Promise<void>) {
  const email = `rep-${newFormId()}@example.org`;
  const scope = { bodyId: "west-midlands", unionId: "unite", lastDay: null };
  const first = await grantRole("system", { email, label: "Rep", role: "rep", ...scope });
  await db().grant.deleteMany({ where: { id: first.grantId } });
  await before(first.accountId);
  return grantRole("system", { email, label: "Rep", role: "rep", ...scope });
}
