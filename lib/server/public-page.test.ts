import { setTimeout as sleep } from "node:timers/promises";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { testDatabase } from "@/scripts/test/database";
import { startTestFront } from "@/scripts/test/server";

const database = await testDatabase();
const { ask, sql, standIn, sameOrigin, keepsPages, reset, close } = await startTestFront(database.url);
beforeEach(reset);
afterAll(async () => {
  await close();
  await database.close();
});

const page = "/strategies/west-midlands";

describe("a public page", () => {
  test("is rendered once, without the visitor's cookie, and served in what the client takes", async () => {
    const cookie = { cookie: "session=secret", "accept-language": "cy" };
    const plain = await ask(page, cookie);
    const zipped = await ask(page, { ...cookie, "accept-encoding": "gzip" });
    const head = await ask(page, {}, "HEAD");
    expect(standIn.renders).toBe(1);
    expect(standIn.seen.cookie).toBeUndefined();
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
    const { body, headers } = await ask(page);
    expect(body.toString()).not.toContain("<script");
    expect(headers["content-security-policy"]).toContain("script-src 'self';");
    expect(headers).toMatchObject({ "x-content-type-options": "nosniff", "referrer-policy": "same-origin" });
    expect(headers["x-powered-by"]).toBeUndefined();
  });

  test("comes in brotli once that is made", async () => {
    await ask(page, { "accept-encoding": "gzip, br" });
    await sleep(100);
    expect((await ask(page, { "accept-encoding": "gzip, br" })).headers["content-encoding"]).toBe("br");
  });

  test("is not sent again to who has it", async () => {
    const { headers } = await ask(page, { "accept-encoding": "gzip" });
    const again = await ask(page, { "accept-encoding": "gzip", "if-none-match": headers.etag });
    expect(again.status).toBe(304);
    expect(again.body).toHaveLength(0);
    standIn.text = "second";
    await sql("SELECT pg_notify('stale', 'strategy:west-midlands')");
    await sleep(50);
    expect((await ask(page, { "if-none-match": headers.etag })).status).toBe(200);
  });

  test("is one render for many at once, and unknown query keys make no more", async () => {
    await Promise.all(Array.from({ length: 10 }, (_, i) => ask(`${page}?utm=${i}`)));
    expect(standIn.renders).toBe(1);
  });

  test("is not kept when it sets a cookie or is not there", async () => {
    for (const path of ["/privacy", "/credits"]) await ask(path);
    expect((await ask("/privacy")).headers["set-cookie"]).toEqual(["a=b"]);
    expect((await ask("/credits")).status).toBe(404);
    expect(standIn.renders).toBe(4);
  });

  test("shows a deed at once to who did it", async () => {
    for (let i = 0; i < 20; i++) {
      await ask(page);
      standIn.text = `after ${i}`;
      expect((await ask("/moderation", sameOrigin, "POST")).status).toBe(303);
      expect((await ask(page)).body.toString()).toContain(`after ${i}`);
    }
  });

  test("is made anew while we do not hear of changes, and kept again once we do", async () => {
    await ask(page);
    await sql(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'at-the-table stale pages' AND datname = current_database()",
    );
    await sleep(30);
    standIn.text = "while deaf";
    expect((await ask(page)).body.toString()).toContain("while deaf");
    await keepsPages();
  });
});
