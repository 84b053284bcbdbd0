import { describe, expect, test } from "vitest";
import { expandTags, findPublicPage } from "@/lib/server/cache-tags";

describe("what may be cached", () => {
  test.each([
    ["/", ["strategy:*", "body:*"]],
    ["/leps/black-country", ["body:black-country"]],
    ["/leps/black-country/skills/paper", ["body:black-country"]],
    ["/strategies/west-midlands", ["strategy:west-midlands"]],
    ["/strategies/west-midlands/sections/3", ["strategy:west-midlands"]],
    ["/strategies/west-midlands/threads/aB_-9", ["strategy:west-midlands", "thread:aB_-9"]],
    ["/credits", []],
  ])("%s, under its tags", (path, tags) => {
    expect(findPublicPage(path)).toMatchObject({ key: path, tags });
  });

  test.each([
    "/my",
    "/moderation",
    "/sign-in",
    "/demo",
    "/strategies/a/sections/1/write",
    "/leps/",
    "/leps/black-country/weather",
    "//",
    "/leps/%2e%2e",
    "/healthz",
  ])("not %s", (path) => {
    expect(findPublicPage(path)).toBeNull();
  });

  test("unknown query keys never reach the page, known ones once and in one order", () => {
    expect(findPublicPage("/leps?utm=1")?.key).toBe("/leps");
    expect(findPublicPage("/find?x=1&district=E1&q=High%20Wycombe&q=2")?.key).toBe("/find?q=High+Wycombe&district=E1");
  });

  test("the key of a key is the same key", () => {
    for (const url of ["/find?q=a%26b%20%C3%A9+%00", "/find?q=", "/strategies/x/sections/1?after=%2F"]) {
      const key = findPublicPage(url)?.key ?? "";
      expect(findPublicPage(key)?.key).toBe(key);
    }
  });

  test("an address with long text is not cached", () => {
    expect(findPublicPage(`/find?q=${"x".repeat(101)}`)).toBeNull();
  });
});

test("a tag invalidates its wildcard too", () => {
  expect([...expandTags(["strategy:x", "all"])]).toEqual(["strategy:x", "strategy:*", "all", "all:*"]);
});
