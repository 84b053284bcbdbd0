import { expect, test } from "vitest";
import { refusal } from "@/lib/server/request-limits";

const ask = (method: string, url: string, headers: Record<string, string> = {}) => refusal({ method, url, headers });

test("lets ordinary requests pass", () => {
  expect(ask("GET", "/find?q=Dudley")).toBeNull();
  expect(ask("POST", "/sign-in", { "content-length": String(256 * 1024) })).toBeNull();
  expect(ask("POST", "/unions/meetings/x/upload", { "content-length": String(1100 * 1024) })).toBeNull();
  expect(ask("POST", "/unions/meetings/x/upload", { "content-length": String(1100 * 1024 + 1) })).toBe(413);
  const document = 9 * 1024 * 1024;
  expect(ask("POST", "/officer/strategies/x/draft/words", { "content-length": String(document) })).toBeNull();
  expect(ask("POST", "/officer/strategies/x/draft/words", { "content-length": String(document + 1) })).toBe(413);
});

test("refuses what is too long, and what does not say how long it is", () => {
  expect(ask("POST", "/sign-in", { "content-length": String(256 * 1024 + 1) })).toBe(413);
  expect(ask("POST", "/sign-in", { "transfer-encoding": "chunked" })).toBe(411);
  expect(ask("GET", `/find?q=${"x".repeat(2048)}`)).toBe(414);
});

test("refuses methods and addresses that are for others", () => {
  expect(ask("TRACE", "/")).toBe(405);
  expect(ask("GET", "http://evil.example/")).toBe(400);
});

test("refuses addresses that are no text: a NUL, half a sign, bytes that are no letters", () => {
  for (const path of ["/strategies/a%00b", "/find?q=%00", "/leps/%", "/leps/%ff", "/leps/%ed%a0%80", "/leps/%e2%82"])
    expect(ask("GET", path), path).toBe(400);
  for (const path of ["/find?q=100%25", "/find?q=St+Ives%2C", "/find?q=%F0%9F%98%80", "/find?q=%C3%A9"])
    expect(ask("GET", path), path).toBeNull();
});
