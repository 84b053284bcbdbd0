import { expect, test, vi } from "vitest";
import { type CachedResponse, createCachedResponse } from "@/lib/server/cached-response";
import { PageCache } from "@/lib/server/page-cache";
import { maxWarmPages, PageWarmer } from "@/lib/server/page-warmer";

const pages = ["/a", "/b", "/c"];
const minute = 60_000;

/** A cache with a warmer of some pages, on a clock of its own. */
function setUp(list = pages) {
  vi.useFakeTimers();
  const made: string[] = [];
  const cache = new PageCache<{ cached?: CachedResponse }>({ now: () => Date.now() });
  const make = async (address: string) => {
    made.push(address);
    return { cached: await createCachedResponse("/x", "text/plain", [], Buffer.from(address)) };
  };
  cache.open();
  const warmer = new PageWarmer({
    list: async () => list,
    render: (address, lifetime) => cache.render(address, [`strategy:${address}`], () => make(address), lifetime),
    stays: (address, milliseconds) => cache.stays(address, milliseconds),
    onError: (error) => {
      throw error;
    },
  });
  const read = async (address: string) => cache.get(address) ?? (await cache.render(address, [], () => make(address)));
  const inMemory = () => list.filter((address) => cache.get(address) !== undefined);
  return { cache, warmer, made, read, inMemory };
}

test("pages are in memory before anybody reads them, and after a change, whether or not anybody did", async () => {
  const { cache, warmer, made, inMemory } = setUp();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(inMemory()).toEqual(pages);
  cache.invalidate(["strategy:/b"]);
  warmer.changed();
  warmer.changed();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(inMemory()).toEqual(pages);
  expect(made).toEqual(["/a", "/b", "/c", "/b"]);
  await warmer.stop();
  vi.useRealTimers();
});

test("for hours, what is rendered and when is the same with a reader and without", async () => {
  const history = async (isRead: boolean) => {
    const { warmer, made, read, inMemory } = setUp();
    const seen: string[] = [];
    await vi.advanceTimersByTimeAsync(2_000);
    for (let minutes = 0; minutes < 180; minutes++) {
      if (isRead) await read("/b");
      seen.push(`${made.length} ${inMemory().join()}`);
      await vi.advanceTimersByTimeAsync(minute);
    }
    await warmer.stop();
    vi.useRealTimers();
    return seen;
  };
  const unread = await history(false);
  expect(await history(true)).toEqual(unread);
  expect(unread.every((line) => line.endsWith("/a,/b,/c"))).toBe(true);
  expect(Number.parseInt(unread.at(-1) ?? "", 10)).toBeLessThan(3 * 40); // about every five minutes
});

test("at most so many pages, and none after it was stopped", async () => {
  const many = Array.from({ length: maxWarmPages + 50 }, (_, n) => `/${n}`);
  const { warmer, made } = setUp(many);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(made).toHaveLength(maxWarmPages);
  await warmer.stop();
  await vi.advanceTimersByTimeAsync(60 * minute);
  expect(made).toHaveLength(maxWarmPages);
  vi.useRealTimers();
});
