import { request as httpRequest } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { createTestDatabase } from "@/scripts/test/database";
import { startTestServer } from "@/scripts/test/server";

const database = await createTestDatabase();
const { server, request, nextStub, sameOrigin, reset, close } = await startTestServer(database.url);
beforeEach(reset);
afterAll(async () => {
  await close();
  await database.close();
});

test("the icon that browsers ask for by themselves, where a page names none, is there", async () => {
  const { status, headers } = await request("/favicon.ico");
  expect(status).toBe(200);
  expect(headers["content-type"]).toBe("image/x-icon");
});

describe("a request is refused", () => {
  test("when it is a POST from another site or without an origin", async () => {
    expect((await request("/moderation", {}, "POST")).status).toBe(403);
    expect((await request("/moderation", { origin: "null" }, "POST")).status).toBe(403);
    expect((await request("/api/v1/leps", { origin: "https://evil.example" }, "POST")).status).toBe(403);
    expect(nextStub.renders).toBe(0);
  });

  test("when it writes to a file, or has a method that no page accepts", async () => {
    expect((await request("/icon.svg")).status).toBe(200);
    for (const method of ["POST", "OPTIONS"])
      expect((await request("/icon.svg", sameOrigin, method)).status, method).toBe(405);
    for (const method of ["PATCH", "DELETE", "TRACE"])
      expect((await request("/my", sameOrigin, method)).status, method).toBe(405);
    expect(nextStub.renders).toBe(0);
  });

  test("when it is too long, with a page that says what to do", async () => {
    const { status, body } = await request("/my", sameOrigin, "POST", "x".repeat(1024 * 1024));
    expect(status).toBe(413);
    expect(body.toString()).toContain("back button");
    expect((await request(`/${"x".repeat(3000)}`)).status).toBe(414);
  });
});

test("other spellings of a page that is in memory are refused, and make nothing", async () => {
  await request("/leps");
  const before = nextStub.renders;
  const spellings = ["/./leps", "/x/../leps", "/leps/.", "/%2e/leps", "/x/%2E./leps", "/leps.rsc", "/leps.RSC?x=1"];
  for (const path of spellings) expect((await request(path)).status, path).toBe(400);
  expect((await request("/leps?x=../y.rsc")).status).toBe(200);
  expect(nextStub.renders).toBe(before);
});

test("a response that ends a session clears the browser's stores, and no other does", async () => {
  const signedOut = await request("/sign-out", sameOrigin, "POST", "");
  expect(signedOut.headers["clear-site-data"]).toBe('"cache", "storage"');
  expect((await request("/my/receipt")).headers["clear-site-data"]).toBeUndefined();
  expect((await request("/leps")).headers["clear-site-data"]).toBeUndefined();
});

test("a page where people type is stored by the browser, and a later response has another form", async () => {
  nextStub.text = '<form method="POST"><textarea name="text"></textarea></form>';
  const path = "/strategies/kent/sections/1/write";
  const mark = async (at: string) => {
    const { headers, body } = await request(at);
    return [headers["cache-control"], /<form method="POST"><input [^>]*name="(\w+)" disabled/.exec(`${body}`)?.[1]];
  };
  const [caching, first] = await mark(path);
  expect(caching).toBe("private, no-cache");
  expect(first).toMatch(/^\w{16,}$/);
  expect(await mark(path)).not.toContain(first);
  expect(await mark("/my")).toEqual(["no-store", undefined]);
});

test("a form that comes in pieces, without its length, is taken up to the limit, and refused on a page beyond it", async () => {
  const inPieces = { ...sameOrigin, "transfer-encoding": "chunked" };
  expect((await request("/my", inPieces, "POST", `text=${"x".repeat(60_000)}`)).status).toBe(303);
  expect(nextStub.body).toBe(`text=${"x".repeat(60_000)}`);
  expect(nextStub.seen).toMatchObject({ "content-length": "60005" });
  expect(nextStub.seen["transfer-encoding"]).toBeUndefined();
  const renders = nextStub.renders;
  const { status, body } = await request("/my", inPieces, "POST", "x".repeat(1024 * 1024));
  expect(status).toBe(413);
  expect(body.toString()).toContain("back button");
  expect((await request("/my", inPieces, "GET", "x")).status).toBe(411);
  expect(nextStub.renders).toBe(renders);
});

test("a browser that hides its origin, and says that the page is ours, may send a form, and Next takes it for ours", async () => {
  const { status } = await request("/my", { origin: "null", "sec-fetch-site": "same-origin" }, "POST", "a=b");
  expect(status).toBe(303);
  expect(nextStub.seen.origin).toMatch(/^http:/);
  expect(nextStub.seen.origin).toContain(nextStub.seen.host);
});

test("a page of another site may ask for the API with headers of its own, and for nothing else", async () => {
  const preflight = {
    origin: "https://other.example",
    "access-control-request-method": "GET",
    "access-control-request-headers": "if-none-match",
  };
  const { status, headers } = await request("/api/v1/leps", preflight, "OPTIONS");
  expect(status).toBe(204);
  expect(headers).toMatchObject({
    "access-control-allow-origin": "*",
    "access-control-allow-methods": "GET, HEAD, OPTIONS",
    "access-control-allow-headers": "*",
  });
  for (const path of ["/my", "/strategies/x/reactions", "/api/v2"])
    expect((await request(path, preflight, "OPTIONS")).status, path).toBe(403);
  expect(nextStub.renders).toBe(0);
});

test("a form that was sent through a translation service is refused with the typed text and a link to our page", async () => {
  const path = "/strategies/kent/sections/1/write/send";
  const form = new URLSearchParams({
    text: "Les <b>bus</b>\r\nsont en retard.",
    formId: "a".repeat(22),
    $ACTION_1: "{ }",
  });
  const send = (origin: string) =>
    request(
      path,
      { origin, "sec-fetch-site": "cross-site", "content-type": "application/x-www-form-urlencoded" },
      "POST",
      form.toString(),
    );
  const { status, body } = await send("https://table-example.translate.goog");
  const html = body.toString();
  expect(status).toBe(403);
  expect(html).toContain('readonly translate="no">Les &lt;b&gt;bus&lt;/b&gt;\r\nsont en retard.</textarea>');
  expect(html.match(/<textarea/g)).toHaveLength(1);
  expect(html).toMatch(/href="http:\/\/[^"]+\/strategies\/kent\/sections\/1\/write"/);
  const elsewhere = await send("https://translate.goog.evil.example");
  expect(elsewhere.status).toBe(403);
  expect(elsewhere.body.toString()).not.toContain("retard");
  expect(nextStub.renders).toBe(0);
});

test("a page of one visitor is not shared", async () => {
  const { headers, body } = await request("/my", {
    cookie: "session=1",
    "x-forwarded-host": "evil.example",
    "accept-encoding": "gzip",
  });
  expect(nextStub.seen.cookie).toBe("session=1");
  expect(nextStub.seen["x-forwarded-host"]).toBeUndefined();
  expect(headers).toMatchObject({
    "cache-control": "no-store",
    "content-encoding": "gzip",
    vary: "rsc, Accept-Encoding",
  });
  expect(gunzipSync(body).toString()).not.toContain("<script");
  expect((await request("/my/receipt")).headers["set-cookie"]).toEqual(["a=1", "b=2"]);
  expect(nextStub.renders).toBe(2);
});

test("a hydrated page has its scripts, with a nonce of this response, and an injected script has none", async () => {
  nextStub.text = "<script>steal()</script>";
  const nonces = new Set<string>();
  for (let n = 0; n < 2; n++) {
    const { headers, body } = await request("/moderation", { "content-security-policy": "script-src 'nonce-chosen'" });
    const policy = String(headers["content-security-policy"]);
    const nonce = /script-src 'self' 'nonce-([\w-]{20,})';/.exec(policy)?.[1] ?? "none";
    nonces.add(nonce);
    expect(policy).not.toMatch(/sha256|unsafe|chosen/);
    expect(body.toString()).toContain(`<script nonce="${nonce}">run()</script>`);
    expect(body.toString()).toContain("<script>steal()</script>");
  }
  expect(nonces.size).toBe(2);
});

test("an injected script is taken out of every other page, and its policy lets none run", async () => {
  nextStub.text = "<script>steal()</script>";
  const { headers, body } = await request("/my");
  expect(body.toString()).not.toContain("steal");
  expect(headers["content-security-policy"]).toContain("script-src 'self';");
});

test("a page that fails says so and nothing more", async () => {
  const { status, body } = await request("/fails");
  expect(status).toBe(500);
  expect(body.toString()).toContain("Something went wrong");
});

test("every page of an error has our styles, which are there without Next", async () => {
  nextStub.error = Object.assign(new Error("no"), { code: "53100" });
  const pages = await Promise.all([
    request("/%00"),
    request("/moderation", {}, "POST"),
    request("/my", sameOrigin, "PATCH"),
    request("/my", { ...sameOrigin, "content-encoding": "gzip" }, "POST", "x"),
    request("/my", sameOrigin, "POST", "x".repeat(1024 * 1024)),
    request(`/${"x".repeat(3000)}`),
    request("/breaks"),
    request("/fails"),
  ]);
  expect(pages.map(({ status }) => status)).toEqual([400, 403, 405, 415, 413, 414, expect.any(Number), 503]);
  for (const { body } of pages) expect(body.toString()).toContain('<link rel="stylesheet" href="/error.css">');
  expect((await request("/error.css")).headers["content-type"]).toContain("text/css");
});

test("a page that fails because the database is away says so, and when to return", async () => {
  nextStub.error = Object.assign(new Error("no"), { code: "53100" });
  const { status, body, headers } = await request("/fails");
  expect({ status, wait: headers["retry-after"] }).toEqual({ status: 503, wait: "60" });
  expect(body.toString()).toContain("storage is full");
  expect((await request("/api/v1/fails")).status).toBe(503);
  nextStub.error = Object.assign(new Error("no"), { code: "ECONNREFUSED" });
  expect((await request("/fails")).body.toString()).toContain("Sending it twice does no harm");
});

test("events are streamed as they happen", async () => {
  let open = () => {};
  nextStub.gate = new Promise((done) => (open = done));
  const chunks: string[] = [];
  await new Promise<void>((resolve, reject) => {
    httpRequest(
      { host: "127.0.0.1", port: server.port, path: "/events", headers: { "accept-encoding": "gzip" } },
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

test("answers the health checks", async () => {
  expect((await request("/healthz")).body.toString()).toBe("ok\n");
  expect(await request("/readyz")).toMatchObject({ status: 200 });
  expect((await request("/readyz")).headers["cache-control"]).toBe("no-store");
});

test("stops after the requests under way, and drops none", async () => {
  const second = await startTestServer(database.url);
  let open = () => {};
  second.nextStub.gate = new Promise((done) => (open = done));
  const order: string[] = [];
  second.server.onStop(() => void order.push("stopped"));
  const slow = second.request("/my").then(({ status }) => order.push(`answered ${status}`));
  await sleep(100);
  const stopping = second.close();
  await sleep(100);
  await expect(second.request("/healthz")).rejects.toThrow();
  open();
  await Promise.all([slow, stopping]);
  expect(order).toEqual(["answered 200", "stopped"]);
});
