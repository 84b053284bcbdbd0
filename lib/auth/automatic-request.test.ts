import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { getPerson } from "@/lib/auth/current-session";
import { startSession } from "@/lib/auth/session.commands";
import { automaticHeader } from "@/lib/auth/session.rules";
import { db } from "@/lib/database/client";
import { routes } from "@/lib/routes";
import { createTestDatabase } from "@/scripts/test/database";
import { makeRep, openStrategy } from "@/scripts/test/factories";

// What a page sends by itself, such as the events of an open queue, does not lengthen a session: only its person does.

const browser = vi.hoisted(() => ({ token: "", headers: new Headers() }));
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => ({ value: browser.token }) }),
  headers: async () => browser.headers,
}));

const database = await createTestDatabase();
afterAll(database.close);

const automatic = () => new Headers({ [automaticHeader]: "1" });
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);
const area = "cornwall-scilly";
let accountId = "";
beforeEach(async () => {
  await openStrategy(area);
  accountId = (await makeRep(area)).accountId ?? "";
  browser.token = await startSession({ accountId, isSecondFactorVerified: true }, null);
});

const setSeenAt = (seenAt: Date) => db().session.updateMany({ where: { accountId }, data: { seenAt } });
const readSeenAt = async () => (await db().session.findFirstOrThrow({ where: { accountId } })).seenAt;

test("an automatic request is answered for its person, and leaves the time of last use", async () => {
  const before = minutesAgo(9);
  await setSeenAt(before);
  browser.headers = automatic();
  for (let n = 0; n < 3; n++) expect((await getPerson()).accountId).toBe(accountId);
  expect(await readSeenAt()).toEqual(before);
  browser.headers = new Headers();
  expect((await getPerson()).accountId).toBe(accountId);
  expect((await readSeenAt()).getTime()).toBeGreaterThan(minutesAgo(1).getTime());
});

test("a rep who does nothing for 15 minutes is signed out, whatever their page has sent", async () => {
  await setSeenAt(minutesAgo(16));
  browser.headers = automatic();
  expect((await getPerson()).accountId).toBeNull();
});

test("these addresses are requested by pages themselves", () => {
  const automaticPaths = Object.values(routes).flatMap((route) => ("isAutomatic" in route ? [route.path] : []));
  expect(automaticPaths.toSorted()).toEqual(["/moderation/cases/:id/claim", "/moderation/events", "/my/session"]);
});
