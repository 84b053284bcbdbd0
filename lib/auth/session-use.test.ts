import { afterAll, beforeEach, expect, test, vi } from "vitest";
import type { CookieJar } from "@/lib/auth/cookies";
import { getPerson, getSessionLimits, sessionTimeLeft } from "@/lib/auth/current-session";
import { startSession } from "@/lib/auth/session.commands";
import { automaticHeader } from "@/lib/auth/session.rules";
import { db } from "@/lib/database/client";
import { routes } from "@/lib/routes";
import { createTestDatabase } from "@/scripts/test/database";

// What counts as use of a session: typing and opening pages; not what a page requests by itself.

let token = "";
let isAutomatic = false;
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => ({ name: "session", value: token }) }) as unknown as CookieJar,
  headers: async () => new Headers(isAutomatic ? { [automaticHeader]: "1" } : {}),
}));

const database = await createTestDatabase();
afterAll(database.close);

const minute = 60_000;
const ago = (minutes: number) => new Date(Date.now() - minutes * minute);
let accountId = "";
const setTimes = (data: { seenAt?: Date; startedAt?: Date }) => db().session.updateMany({ where: { accountId }, data });
const idleMinutes = async () => {
  const { seenAt } = await db().session.findFirstOrThrow({ where: { accountId } });
  return Math.round((Date.now() - seenAt.getTime()) / minute);
};
const minutesLeft = async (isUse: boolean) => Math.round((await sessionTimeLeft(isUse)) / minute);

/** A rep who has been idle for ten of their 15 minutes. */
beforeEach(async () => {
  isAutomatic = false;
  accountId = (await db().account.create({ data: {} })).id;
  await db().grant.create({ data: { accountId, role: "rep", bodyId: "west-midlands", unionId: "unite" } });
  token = await startSession({ accountId, isSecondFactorVerified: true }, null);
  await setTimes({ seenAt: ago(10) });
});

test("an open queue and the question how much time is left are no use of a session", async () => {
  expect([routes.queueEvents, routes.session].map((route) => route.isAutomatic)).toEqual([true, true]);
  isAutomatic = true;
  expect((await getPerson()).accountId).toBe(accountId);
  expect(await minutesLeft(false)).toBe(5);
  expect(await idleMinutes()).toBe(10);
});

test("typing is one, and so is opening a page", async () => {
  expect(await minutesLeft(true)).toBe(15);
  expect(await idleMinutes()).toBe(0);
  await setTimes({ seenAt: ago(10) });
  await getPerson();
  expect(await idleMinutes()).toBe(0);
});

test("no use revives a session that is over, or lengthens one beyond its eight hours", async () => {
  await setTimes({ startedAt: ago(8 * 60 - 3), seenAt: ago(1) });
  expect(await minutesLeft(true)).toBe(3);
  expect(Math.round(((await getSessionLimits())?.left ?? 0) / minute)).toBe(3);
  await setTimes({ startedAt: ago(60), seenAt: ago(16) });
  expect(await minutesLeft(true)).toBe(0);
  expect(await idleMinutes()).toBe(16);
  expect(await getSessionLimits()).toBeNull();
});

test("who is not signed in has no time left and no limits", async () => {
  token = "unknown";
  expect([await sessionTimeLeft(true), await sessionTimeLeft(false)]).toEqual([0, 0]);
  expect(await getSessionLimits()).toBeNull();
});
