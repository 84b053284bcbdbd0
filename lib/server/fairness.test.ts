import { afterAll, beforeEach, expect, test } from "vitest";
import { db } from "@/lib/database/client";
import { plainHash } from "@/lib/security/encryption";
import { limits } from "@/lib/security/rate-limit";
import { createTestDatabase } from "@/scripts/test/database";
import { startTestServer } from "@/scripts/test/server";

// One client asks for much at once: others, and staff, are answered all the same. The stub of Next is held, and what
// counts is the order of requests to it.
const database = await createTestDatabase();
const renders = { atOnce: 2, waiting: 30, waitingOfOne: 10 };
let minutesLater = 0;
const pageCache = { now: () => performance.now() + minutesLater * 60_000 };
const service = await startTestServer(database.url, undefined, { renders, pageCache, trustProxy: true });
const { request, nextStub, sameOrigin, reset, close } = service;
beforeEach(async () => {
  await reset();
  minutesLater = 0;
});
afterAll(async () => {
  await close();
  await database.close();
});

const from = (address: string) => ({ "x-forwarded-for": address });
const greedy = "192.0.2.1";

/** Holds every response of Next until it is released. */
function hold(): () => void {
  let release = () => {};
  nextStub.gate = new Promise((done) => (release = done));
  return () => release();
}

/** Waits until Next has so many requests. */
async function untilRendering(count: number): Promise<void> {
  while (nextStub.renders < count) await new Promise(setImmediate);
}

test("of eighty searches of one client twelve are rendered; the home page of another comes after two, staff's at once", async () => {
  const release = hold();
  const statuses: number[] = [];
  const searches = Array.from({ length: 80 }, async (_, i) =>
    statuses.push((await request(`/find?q=word${i}`, from(greedy))).status),
  );
  while (statuses.length < 80 - 2 - renders.waitingOfOne) await new Promise(setImmediate);
  expect(new Set(statuses)).toEqual(new Set([503]));
  const staff = request("/moderation", from("192.0.2.3"));
  await untilRendering(3);
  const home = request("/", from("192.0.2.2"));
  await request("/readyz"); // sent after it, so that it has arrived
  release();
  expect((await home).status).toBe(200);
  expect((await staff).status).toBe(200);
  await Promise.all(searches);
  expect(statuses.filter((status) => status === 200)).toHaveLength(2 + renders.waitingOfOne);
  expect(nextStub.paths[2]).toBe("/moderation");
  expect(nextStub.paths.slice(3, 5)).toContain("/");
});

test("while much is rendered, a page whose lifetime is over is sent once more and made anew; what a change made stale is not", async () => {
  await request("/");
  minutesLater = 1;
  expect((await request("/")).status).toBe(200); // nothing else waits: made anew
  expect(nextStub.paths).toEqual(["/", "/"]);
  minutesLater = 2;
  nextStub.text = "second";
  let release = hold();
  const searches = Array.from({ length: 8 }, (_, i) => request(`/find?q=more${i}`, from(greedy)));
  await untilRendering(4);
  const home = await request("/", from("192.0.2.2")); // its response comes while all renders are held
  expect(home.body.toString()).toContain("first");
  release();
  await Promise.all(searches);
  await untilRendering(2 + 8 + 1);
  expect(nextStub.paths.slice(4, 6)).toContain("/");
  expect((await request("/")).body.toString()).toContain("second");

  await request("/leps");
  release = hold();
  nextStub.renders = 0;
  const others = Array.from({ length: 8 }, (_, i) => request(`/find?q=most${i}`, from(greedy)));
  await untilRendering(2);
  await service.sql("SELECT pg_notify('cache_invalidation', 'all')");
  while (service.server.isInMemory("/leps")) await new Promise(setImmediate);
  nextStub.text = "third";
  const changed = request("/", from("192.0.2.2"));
  release();
  expect((await changed).body.toString()).toContain("third");
  await Promise.all(others);
});

test("who is turned away gets a plain page with what they typed; a program gets JSON", async () => {
  const release = hold();
  const searches = Array.from({ length: 20 }, (_, i) => request(`/find?q=other${i}`, from(greedy)));
  const refused = await Promise.race(searches);
  expect(refused.status).toBe(503);
  expect(refused.headers["retry-after"]).toBe("60");
  expect(refused.body.toString()).toContain("too many people are using the service");
  const form = { ...from(greedy), ...sameOrigin, "content-type": "application/x-www-form-urlencoded" };
  const posted = await request("/complaints", form, "POST", "text=The+bus+is+late");
  expect(posted.status).toBe(503);
  expect(posted.body.toString()).toContain("The bus is late");
  const api = await request("/api/v1/strategies", from(greedy));
  expect(api.status).toBe(503);
  expect(JSON.parse(api.body.toString())).toHaveProperty("error");
  release();
  await Promise.all(searches);
});

test("a long body is taken with a live session of somebody who may send it, and of nobody else", async () => {
  const long = "x".repeat(65 * 1024);
  const send = (path: string, cookie?: string) =>
    request(
      path,
      { ...sameOrigin, "content-type": "application/x-www-form-urlencoded", ...(cookie && { cookie }) },
      "POST",
      `text=${long}`,
    ).then(({ status }) => status);
  const { id: accountId } = await db().account.create({ data: {} });
  const now = new Date();
  const endsAt = new Date(now.getTime() + 3_600_000);
  await db().session.create({
    data: { tokenHash: plainHash("token"), accountId, startedAt: now, seenAt: now, endsAt },
  });
  expect(await send("/complaints")).toBe(413);
  expect(await send("/complaints", "session=guessed")).toBe(413);
  expect(await send("/complaints", "session=token")).toBe(303);
  expect(await send("/unions/meetings/x/upload", "session=token")).toBe(413); // for reps
  await db().grant.create({ data: { accountId, role: "rep", bodyId: "west-midlands", unionId: "unison" } });
  expect(await send("/unions/meetings/x/upload", "session=token")).toBe(413); // before the second step
  await db().session.updateMany({ data: { steppedUpAt: now } });
  expect(await send("/unions/meetings/x/upload", "session=token")).toBe(303);
  await db().session.updateMany({ data: { endsAt: now } });
  expect(await send("/complaints", "session=token")).toBe(413);
});

test("a client gets so many searches and exports, of which only a keyed hash is stored", async () => {
  const asksFor = (path: string, address: string) => request(path, from(address)).then(({ status }) => status);
  for (const [cost, path] of [
    ["search", "/find?q="],
    ["export", "/strategies/west-midlands/summary.csv?x="],
  ] as const) {
    const address = `198.51.100.${path.length}`;
    expect(await asksFor(`${path}first`, address)).toBe(200);
    await db().rateLimit.updateMany({ data: { points: limits[cost].tries } });
    expect(await asksFor(`${path}one-more`, address)).toBe(429);
    expect(await asksFor(`${path}one-more`, "203.0.113.9")).toBe(200);
    expect(await asksFor("/find", address)).toBe(200);
  }
  const stored = JSON.stringify(await db().rateLimit.findMany());
  expect(stored).not.toMatch(/198\.51|203\.0|192\.0/);
});

test("a page that Next itself requests for an action has no turn to wait for; a client cannot pass for Next", async () => {
  const actions = await Promise.all(
    Array.from({ length: 3 * renders.atOnce }, (_, i) =>
      request("/moderation/rota", { ...from(`192.0.2.${10 + i}`), ...sameOrigin }, "POST"),
    ),
  );
  for (const { status, body } of actions)
    expect([status, body.toString()]).toEqual([200, expect.stringContaining("first")]);
  const release = hold();
  nextStub.renders = 0;
  const pages = Array.from({ length: 3 * renders.atOnce }, (_, i) =>
    request("/moderation", { ...from(`192.0.2.${20 + i}`), "x-att-own": "1" }),
  );
  await untilRendering(renders.atOnce);
  await request("/readyz");
  expect(nextStub.renders).toBe(renders.atOnce);
  release();
  await Promise.all(pages);
});
