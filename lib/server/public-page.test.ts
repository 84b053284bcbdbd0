import { setTimeout as sleep } from "node:timers/promises";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { createTestDatabase } from "@/scripts/test/database";
import { startTestServer } from "@/scripts/test/server";

const database = await createTestDatabase();
const { server, request, sql, nextStub, sameOrigin, waitUntilCaching, reset, close } = await startTestServer(
  database.url,
);
beforeEach(reset);
afterAll(async () => {
  await close();
  await database.close();
});

const page = "/strategies/west-midlands";

describe("a public page", () => {
  test("is rendered once, without the visitor's cookie, and sent in an encoding that the client accepts", async () => {
    const cookie = { cookie: "session=secret", "accept-language": "cy" };
    const plain = await request(page, cookie);
    const zipped = await request(page, { ...cookie, "accept-encoding": "gzip" });
    const head = await request(page, {}, "HEAD");
    expect(nextStub.renders).toBe(1);
    expect(nextStub.seen.cookie).toBeUndefined();
    expect(plain.body.toString()).toContain(`<p>first ${page}</p>`);
    expect(zipped.headers).toMatchObject({
      "content-encoding": "gzip",
      vary: "Accept-Encoding",
      "cache-control": "private, no-cache",
    });
    expect(gunzipSync(zipped.body)).toEqual(plain.body);
    expect(head.headers["content-length"]).toBe(String(plain.body.length));
    expect(head.body).toHaveLength(0);
  });

  test("has no script, and its policy allows none inline", async () => {
    const { body, headers } = await request(page);
    expect(body.toString()).not.toContain("<script");
    expect(headers["content-security-policy"]).toContain("script-src 'self';");
    expect(headers).toMatchObject({ "x-content-type-options": "nosniff", "referrer-policy": "same-origin" });
    expect(headers["x-powered-by"]).toBeUndefined();
  });

  test("has the same headers for its first reader as for the next, in every encoding", async () => {
    for (const encoding of ["br", "gzip", "identity"]) {
      await sql("SELECT pg_notify('cache_invalidation', 'strategy:west-midlands')");
      await vi.waitUntil(() => !server.isInMemory(page), { timeout: 30_000 });
      const { date: _first, ...first } = (await request(page, { "accept-encoding": encoding })).headers;
      const { date: _next, ...next } = (await request(page, { "accept-encoding": encoding })).headers;
      expect(first).toEqual(next);
      expect(first["content-encoding"] ?? "identity").toBe(encoding);
    }
  });

  test("is made by the server itself after a change, where it keeps pages in memory, and before anybody reads it", async () => {
    const warm = await startTestServer(database.url, undefined, {
      listWarmPages: async () => [page],
      warmerTimes: { pause: 5, refresh: 60_000 },
    });
    const patience = { timeout: 30_000 };
    await vi.waitUntil(() => warm.server.isInMemory(page), patience); // from here on, notifications arrive
    for (const text of ["first", "second"]) {
      warm.nextStub.text = text;
      const before = warm.nextStub.renders;
      await sql("SELECT pg_notify('cache_invalidation', 'strategy:west-midlands')");
      await vi.waitUntil(() => warm.nextStub.renders > before && warm.server.isInMemory(page), patience);
      const { renders } = warm.nextStub;
      expect((await warm.request(page)).body.toString()).toContain(`<p>${text} `);
      expect(warm.nextStub.renders).toBe(renders); // the reader made nothing
    }
    await warm.close();
  });

  test("is not sent again to a client that has it", async () => {
    const { headers } = await request(page, { "accept-encoding": "gzip" });
    const again = await request(page, { "accept-encoding": "gzip", "if-none-match": headers.etag });
    expect(again.status).toBe(304);
    expect(again.body).toHaveLength(0);
    nextStub.text = "second";
    await sql("SELECT pg_notify('cache_invalidation', 'strategy:west-midlands')");
    await sleep(50);
    expect((await request(page, { "if-none-match": headers.etag })).status).toBe(200);
  });

  test("is rendered once for many at once, whatever their unknown query keys", async () => {
    await Promise.all(Array.from({ length: 10 }, (_, i) => request(`${page}?utm=${i}`)));
    expect(nextStub.renders).toBe(1);
  });

  test("is not cached when it sets a cookie or is not found", async () => {
    for (const path of ["/privacy", "/credits"]) await request(path);
    expect((await request("/privacy")).headers["set-cookie"]).toEqual(["a=b"]);
    expect((await request("/credits")).status).toBe(404);
    expect(nextStub.renders).toBe(4);
  });

  test("shows the result of an action at once to the person who sent it", async () => {
    for (let i = 0; i < 20; i++) {
      await request(page);
      nextStub.text = `after ${i}`;
      expect((await request("/moderation", sameOrigin, "POST")).status).toBe(303);
      expect((await request(page)).body.toString()).toContain(`after ${i}`);
    }
  });

  test("is rendered each time while notifications are lost, and cached again once they return", async () => {
    await request(page);
    await sql(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'at-the-table listener' AND datname = current_database()",
    );
    await sleep(30);
    nextStub.text = "while deaf";
    expect((await request(page)).body.toString()).toContain("while deaf");
    await waitUntilCaching();
  });
});
