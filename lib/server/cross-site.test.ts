import { expect, test } from "vitest";
import { isCrossSite } from "@/lib/server/cross-site";
import { findRoute } from "@/lib/server/route-table";

const request = (method: string, path: string, headers: Record<string, string> = {}) => ({
  method,
  match: findRoute(path),
  headers,
});
const post = (headers: Record<string, string>, origin?: string) =>
  isCrossSite(request("POST", "/sign-in", { host: "localhost:3000", ...headers }), origin);
const ours = "http://localhost:3000";

test.each([
  ["our own form", { origin: ours, "sec-fetch-site": "same-origin" }],
  ["an older browser's form", { origin: ours }],
  ["a form without Origin, from here", { "sec-fetch-site": "same-origin" }],
  ["a hidden origin from here", { origin: "null", "sec-fetch-site": "same-origin" }],
  ["a reload", { origin: ours, "sec-fetch-site": "none" }],
])("accepts %s", (_, headers) => expect(post(headers)).toBe(false));

test.each([
  ["no word of where it comes from", {}],
  ["another site", { origin: "https://evil.example", "sec-fetch-site": "cross-site" }],
  ["another site that says it is here", { origin: "https://evil.example", "sec-fetch-site": "same-origin" }],
  ["a hidden origin", { origin: "null" }],
  ["a page in a sandbox", { origin: "null", "sec-fetch-site": "cross-site" }],
  ["a reload with a hidden origin", { origin: "null", "sec-fetch-site": "none" }],
  ["a sister site", { "sec-fetch-site": "same-site" }],
  ["another port", { origin: "http://localhost:3001", "sec-fetch-site": "same-site" }],
  ["https to http", { origin: "https://localhost:3000" }],
  ["a reload without Origin", { "sec-fetch-site": "none" }],
])("refuses %s", (_, headers) => expect(post(headers)).toBe(true));

test("a configured origin counts, not the Host header", () => {
  expect(post({ origin: ours }, "https://table.example")).toBe(true);
  expect(post({ origin: "https://table.example" }, "https://table.example")).toBe(false);
});

test("GET and HEAD may come from anywhere", () => {
  for (const method of ["GET", "HEAD"]) expect(isCrossSite(request(method, "/"))).toBe(false);
  for (const method of ["PUT", "DELETE", "OPTIONS"]) expect(isCrossSite(request(method, "/"))).toBe(true);
});

test("a mail program may unsubscribe with one click at an address with a secret, and post nowhere else", () => {
  const refused = (path: string) => isCrossSite(request("POST", path, { host: "localhost:3000" }));
  expect(refused(`/unsubscribe/${"a".repeat(67)}/now`)).toBe(false);
  for (const path of ["/unsubscribe/a/now", `/unsubscribe/${"a".repeat(67)}`, `/my/unsubscribe/${"a".repeat(67)}/now`])
    expect(refused(path)).toBe(true);
});
