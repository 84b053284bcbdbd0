import { expect, test } from "vitest";
import { sanitiseRequestHeaders } from "@/lib/server/next-adapter/request-headers";

const strangers = {
  host: "evil.example",
  cookie: "session=1",
  "content-security-policy": "script-src 'nonce-x'",
  "x-middleware-subrequest": "middleware",
  "x-nextjs-data": "1",
  "x-forwarded-host": "evil.example",
  "x-forwarded-for": "1.2.3.4, 5.6.7.8",
  "x-prerender-revalidate": "1",
  forwarded: "for=1.2.3.4",
  "next-action": "abc",
  "x-att-client": "somebody else",
  rsc: "1",
};

test("a page without scripts gets no header that Next would trust", () => {
  const headers = { ...strangers };
  sanitiseRequestHeaders(headers, { isHydrated: false });
  expect(headers).toEqual({ host: "evil.example", cookie: "session=1", "user-agent": "any" });
});

test("a hydrated page accepts the headers of Next's scripts", () => {
  const headers = { ...strangers };
  sanitiseRequestHeaders(headers, { isHydrated: true });
  expect(Object.keys(headers)).toEqual(["host", "cookie", "next-action", "rsc", "user-agent"]);
});

test("a configured origin replaces the Host header", () => {
  const headers: Record<string, string> = { ...strangers };
  sanitiseRequestHeaders(headers, { origin: "https://table.example", isHydrated: false });
  expect(headers).toMatchObject({
    host: "table.example",
    "x-forwarded-host": "table.example",
    "x-forwarded-proto": "https",
  });
});
