import { request as httpRequest, type IncomingMessage, type OutgoingHttpHeaders, type ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { gunzipSync } from "node:zlib";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type RunningFront, startFront } from "@/lib/front/server";
import { testDatabase } from "@/lib/test-database";

// The front before a stand-in for Next, on a real port and a real PostgreSQL.
const database = await testDatabase();
const client = new pg.Client({ connectionString: database.url });
let front: RunningFront;
let renders = 0;
let text = "first";
let gate: Promise<void> = Promise.resolve();
let seen: IncomingMessage["headers"] = {};

async function upstream(req: IncomingMessage, res: ServerResponse): Promise<void> {
  seen = req.headers;
  renders++;
  const path = req.url ?? "";
  const said = text;
  if (path === "/my/receipt") res.setHeader("set-cookie", ["a=1", "b=2"]);
  if (path === "/fails") throw new Error("no");
  if (path === "/events") {
    res.writeHead(200, { "content-type": "text/event-stream" });
    res.write("data: 1\n\n");
    await gate;
    res.end("data: 2\n\n");
    return;
  }
  if (req.method === "POST") {
    await client.query("SELECT pg_notify('stale', 'strategy:west-midlands')");
    res.statusCode = 303;
    res.setHeader("location", "/strategies/west-midlands");
    res.end();
    return;
  }
  await gate;
  if (path === "/privacy") res.setHeader("set-cookie", "a=b");
  if (path === "/credits") res.statusCode = 404;
  res.setHeader("content-type", "text/html; charset=utf-8");
  res.setHeader("vary", "rsc");
  res.setHeader("cache-control", "no-store");
  res.write(`<html><script>run()</script><p>${said} ${path}</p>`);
  res.end(`${"<p>words</p>".repeat(200)}</html>`);
}

type Answer = { status: number; headers: IncomingMessage["headers"]; body: Buffer };

function ask(
  path: string,
  headers: OutgoingHttpHeaders = {},
  method = "GET",
  body?: string,
  port = front.port,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const req = httpRequest({ host: "127.0.0.1", port, path, method, headers }, (res) => {
      const chunks: Buffer[] = [];
      res.on("data", (chunk) => chunks.push(chunk));
      res.on("end", () => resolve({ status: res.statusCode ?? 0, headers: res.headers, body: Buffer.concat(chunks) }));
      res.on("error", reject);
    });
    req.on("error", reject);
    req.end(body);
  });
}

const page = "/strategies/west-midlands";
const start = () => startFront({ port: 0, host: "127.0.0.1", dev: false, nextDir: ".next", handler: upstream });
const sameOrigin = () => ({ origin: `http://127.0.0.1:${front.port}`, "sec-fetch-site": "same-origin" });

beforeAll(async () => {
  await client.connect();
  front = await start();
  await readsFromMemory();
});
afterAll(async () => {
  await front.stop();
  await client.end();
  await database.close();
});
beforeEach(async () => {
  text = "first";
  gate = Promise.resolve();
  await client.query("SELECT pg_notify('stale', 'all')");
  await sleep(30);
  renders = 0;
});

/** Waits until the front hears of changes. */
async function readsFromMemory(): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const before = renders;
    await ask("/leps");
    await ask("/leps");
    if (renders - before < 2) return;
    await sleep(50);
  }
  throw new Error("The front never kept a page.");
}

describe("a public page", () => {
  test("is rendered once, without the visitor's cookie, and served in what the client takes", async () => {
    const cookie = { cookie: "session=secret", "accept-language": "cy" };
    const plain = await ask(page, cookie);
    const zipped = await ask(page, { ...cookie, "accept-encoding": "gzip" });
    const head = await ask(page, {}, "HEAD");
    expect(renders).toBe(1);
    expect(seen.cookie).toBeUndefined();
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
    text = "second";
    await client.query("SELECT pg_notify('stale', 'strategy:west-midlands')");
    await sleep(50);
    expect((await ask(page, { "if-none-match": headers.etag })).status).toBe(200);
  });

  test("is one render for many at once, and unknown query keys make no more", async () => {
    await Promise.all(Array.from({ length: 10 }, (_, i) => ask(`${page}?utm=${i}`)));
    expect(renders).toBe(1);
  });

  test("is not kept when it sets a cookie or is not there", async () => {
    for (const path of ["/privacy", "/credits"]) await ask(path);
    expect((await ask("/privacy")).headers["set-cookie"]).toEqual(["a=b"]);
    expect((await ask("/credits")).status).toBe(404);
    expect(renders).toBe(4);
  });

  test("shows a deed at once to who did it", async () => {
    for (let i = 0; i < 20; i++) {
      await ask(page);
      text = `after ${i}`;
      expect((await ask("/moderation", sameOrigin(), "POST")).status).toBe(303);
      expect((await ask(page)).body.toString()).toContain(`after ${i}`);
    }
  });

  test("is made anew while we do not hear of changes, and kept again once we do", async () => {
    await ask(page);
    await client.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'at-the-table stale pages' AND datname = current_database()",
    );
    await sleep(30);
    text = "while deaf";
    expect((await ask(page)).body.toString()).toContain("while deaf");
    await readsFromMemory();
  });
});

describe("a request is refused", () => {
  test("when it is a post from elsewhere or from nowhere", async () => {
    expect((await ask("/moderation", {}, "POST")).status).toBe(403);
    expect((await ask("/moderation", { origin: "null" }, "POST")).status).toBe(403);
    expect((await ask("/api/v1/leps", { origin: "https://evil.example" }, "POST")).status).toBe(403);
    expect(renders).toBe(0);
  });

  test("when it is too long, with words that say what to do", async () => {
    const { status, body } = await ask("/my", sameOrigin(), "POST", "x".repeat(1024 * 1024));
    expect(status).toBe(413);
    expect(body.toString()).toContain("back button");
    expect((await ask(`/${"x".repeat(3000)}`)).status).toBe(414);
  });
});

test("a page of one visitor's own is theirs alone", async () => {
  const { headers, body } = await ask("/my", {
    cookie: "session=1",
    "x-forwarded-host": "evil.example",
    "accept-encoding": "gzip",
  });
  expect(seen.cookie).toBe("session=1");
  expect(seen["x-forwarded-host"]).toBeUndefined();
  expect(headers).toMatchObject({
    "cache-control": "no-store",
    "content-encoding": "gzip",
    vary: "rsc, Accept-Encoding",
  });
  expect(gunzipSync(body).toString()).not.toContain("<script");
  expect((await ask("/my/receipt")).headers["set-cookie"]).toEqual(["a=1", "b=2"]);
  expect(renders).toBe(2);
});

test("a live page keeps its scripts, each allowed by its hash", async () => {
  const { headers, body } = await ask("/moderation");
  expect(body.toString()).toContain("<script>run()</script>");
  expect(headers["content-security-policy"]).toMatch(/script-src 'self' 'sha256-[^']+';/);
});

test("a page that fails says so and nothing more", async () => {
  const { status, body } = await ask("/fails");
  expect(status).toBe(500);
  expect(body.toString()).toContain("Something went wrong");
});

test("events come as they happen", async () => {
  let open = () => {};
  gate = new Promise((done) => (open = done));
  const chunks: string[] = [];
  await new Promise<void>((resolve, reject) => {
    httpRequest(
      { host: "127.0.0.1", port: front.port, path: "/events", headers: { "accept-encoding": "gzip" } },
      (res) => {
        res.on("data", (chunk) => {
          chunks.push(String(chunk));
          open(); // the second waits until the first has come
        });
        res.on("end", resolve);
      },
    )
      .on("error", reject)
      .end();
  });
  expect(chunks).toEqual(["data: 1\n\n", "data: 2\n\n"]);
});

test("says that it is alive and ready", async () => {
  expect((await ask("/healthz")).body.toString()).toBe("ok\n");
  expect(await ask("/readyz")).toMatchObject({ status: 200 });
  expect((await ask("/readyz")).headers["cache-control"]).toBe("no-store");
});

test("stops after the requests under way, and loses none", async () => {
  const second = await start();
  let open = () => {};
  gate = new Promise((done) => (open = done));
  const order: string[] = [];
  second.onStop(() => void order.push("stopped"));
  const slow = ask("/my", {}, "GET", undefined, second.port).then(({ status }) => order.push(`answered ${status}`));
  await sleep(50);
  const stopping = second.stop();
  await sleep(50);
  await expect(ask("/healthz", {}, "GET", undefined, second.port)).rejects.toThrow();
  open();
  await Promise.all([slow, stopping]);
  expect(order).toEqual(["answered 200", "stopped"]);
});
