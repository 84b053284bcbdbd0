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

test("a still page gets nothing that Next would believe", () => {
  const headers = { ...strangers };
  sanitiseRequestHeaders(headers, { isHydrated: false });
  expect(headers).toEqual({ host: "evil.example", cookie: "session=1", "user-agent": "any" });
});

test("a live page may ask as Next's scripts do", () => {
  const headers = { ...strangers };
  sanitiseRequestHeaders(headers, { isHydrated: true });
  expect(Object.keys(headers)).toEqual(["host", "cookie", "next-action", "rsc", "user-agent"]);
});

test("a set origin is what the app goes by", () => {
  const headers: Record<string, string> = { ...strangers };
  sanitiseRequestHeaders(headers, { origin: "https://table.example", isHydrated: false });
  expect(headers).toMatchObject({
    host: "table.example",
    "x-forwarded-host": "table.example",
    "x-forwarded-proto": "https",
  });
});
