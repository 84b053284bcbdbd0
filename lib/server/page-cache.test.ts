import { expect, test } from "vitest";
import { type CachedResponse, createCachedResponse } from "@/lib/server/cached-response";
import { PageCache } from "@/lib/server/page-cache";

const page = (text: string): Promise<CachedResponse> => createCachedResponse("/x", "text/html", [], Buffer.from(text));
const rendered = async (text: string) => ({ cached: await page(text) });
const opened = (settings = {}) => {
  const cache = new PageCache(settings);
  cache.open();
  return cache;
};
const textOf = (response?: CachedResponse) => response?.variants.get("identity")?.body.toString();

test("caches a page until one of its tags is invalidated", async () => {
  const cache = opened();
  await cache.render("/a", ["strategy:1"], () => rendered("a"));
  await cache.render("/b", ["strategy:*"], () => rendered("b"));
  await cache.render("/c", ["strategy:2"], () => rendered("c"));
  cache.invalidate(["strategy:1"]);
  expect(["/a", "/b", "/c"].map((key) => textOf(cache.get(key)))).toEqual([undefined, undefined, "c"]);
  cache.invalidate(["all"]);
  expect(cache.get("/c")).toBeUndefined();
  expect(cache.bytes).toBe(0);
});

test("many requests at once share one render", async () => {
  const cache = opened();
  let renders = 0;
  const make = async () => {
    renders++;
    return rendered("once");
  };
  await Promise.all(Array.from({ length: 20 }, () => cache.render("/a", [], make)));
  expect(renders).toBe(1);
});

test("a render that began before its tag was invalidated is neither cached nor shared", async () => {
  const cache = opened();
  let release = () => {};
  const gate = new Promise<void>((done) => (release = done));
  const old = cache.render("/a", ["thread:1"], () => gate.then(() => rendered("old")));
  cache.invalidate(["thread:1"]);
  const fresh = await cache.render("/a", ["thread:1"], () => rendered("new"));
  release();
  await old;
  expect(textOf(fresh.cached)).toBe("new");
  expect(textOf(cache.get("/a"))).toBe("new");
});

test("a failed render is not cached, and the next request renders again", async () => {
  const cache = opened();
  await expect(cache.render("/a", [], () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  await cache.render("/a", [], () => rendered("yes"));
  expect(textOf(cache.get("/a"))).toBe("yes");
});

test("a page is rendered again after its lifetime", async () => {
  let now = 0;
  const cache = opened({ lifetime: 30_000, now: () => now });
  await cache.render("/a", [], () => rendered("a"));
  now = 29_999;
  expect(cache.get("/a")).toBeDefined();
  now = 30_001;
  expect(cache.get("/a")).toBeUndefined();
});

test("stays under its limit of memory, and drops the least recently used", async () => {
  let now = 0;
  const cache = opened({ maxBytes: 30_000, now: () => now });
  for (const key of ["/a", "/b"]) await cache.render(key, [], () => rendered("x".repeat(8_000)));
  now = 2_000;
  cache.get("/a");
  await cache.render("/c", [], () => rendered("x".repeat(8_000)));
  expect(["/a", "/b", "/c"].map((key) => cache.get(key) !== undefined)).toEqual([true, false, true]);
  expect(cache.bytes).toBeLessThanOrEqual(30_000);
});

test("a closed cache neither caches nor shares", async () => {
  const cache = opened();
  await cache.render("/a", [], () => rendered("a"));
  cache.close();
  expect(cache.get("/a")).toBeUndefined();
  await cache.render("/a", [], () => rendered("a"));
  expect(cache.get("/a")).toBeUndefined();
});

test("a page whose lifetime is over is there to be sent meanwhile, for a while; what a change made stale is not", async () => {
  let now = 0;
  const cache = opened({ lifetime: 30, staleLifetime: 100, now: () => now });
  await cache.render("/a", ["strategy:1"], () => rendered("a"));
  now = 31;
  expect(cache.get("/a")).toBeUndefined();
  expect(textOf(cache.getStale("/a"))).toBe("a");
  now = 131;
  expect(cache.getStale("/a")).toBeUndefined();
  expect(cache.bytes).toBe(0);
  await cache.render("/a", ["strategy:1"], () => rendered("a"));
  now = 170;
  cache.invalidate(["strategy:1"]);
  expect(cache.getStale("/a")).toBeUndefined();
});

test("of those who wait for one render, the longest lifetime counts", async () => {
  let now = 0;
  const cache = opened({ lifetime: 30, now: () => now });
  const make = () => rendered("a");
  await Promise.all([cache.render("/a", [], make), cache.render("/a", [], make, 500), cache.render("/a", [], make)]);
  now = 400;
  expect(textOf(cache.get("/a"))).toBe("a");
});
