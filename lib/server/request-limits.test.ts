import { expect, test } from "vitest";
import { refusalStatus } from "@/lib/server/request-limits";
import { findRoute } from "@/lib/server/route-table";

const check = (method: string, url: string, headers: Record<string, string> = {}) =>
  refusalStatus({ method, url, headers }, findRoute(url)?.route.bodyLimit);

test("lets ordinary requests pass", () => {
  expect(check("GET", "/find?q=Dudley")).toBeNull();
  expect(check("POST", "/sign-in", { "content-length": String(256 * 1024) })).toBeNull();
  expect(check("POST", "/unions/meetings/x/upload", { "content-length": String(1100 * 1024) })).toBeNull();
  expect(check("POST", "/unions/meetings/x/upload", { "content-length": String(1100 * 1024 + 1) })).toBe(413);
  const document = 9 * 1024 * 1024;
  expect(check("POST", "/officer/strategies/x/draft/words", { "content-length": String(document) })).toBeNull();
  expect(check("POST", "/officer/strategies/x/draft/words", { "content-length": String(document + 1) })).toBe(413);
});

test("refuses what is too long, and what has no length", () => {
  expect(check("POST", "/sign-in", { "content-length": String(256 * 1024 + 1) })).toBe(413);
  expect(check("POST", "/sign-in", { "transfer-encoding": "chunked" })).toBe(411);
  expect(check("GET", `/find?q=${"x".repeat(2048)}`)).toBe(414);
});

test("refuses methods and addresses that are not for us", () => {
  expect(check("TRACE", "/")).toBe(405);
  expect(check("GET", "http://evil.example/")).toBe(400);
});

test("refuses addresses that are no text: a NUL, half an escape, invalid UTF-8", () => {
  for (const path of ["/strategies/a%00b", "/find?q=%00", "/leps/%", "/leps/%ff", "/leps/%ed%a0%80", "/leps/%e2%82"])
    expect(check("GET", path), path).toBe(400);
  for (const path of ["/find?q=100%25", "/find?q=St+Ives%2C", "/find?q=%F0%9F%98%80", "/find?q=%C3%A9"])
    expect(check("GET", path), path).toBeNull();
});
