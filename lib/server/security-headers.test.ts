import { expect, test } from "vitest";
import { findRoute } from "@/lib/server/route-table";
import { contentSecurityPolicy, pageHeaders, securityHeaders } from "@/lib/server/security-headers";

const target = (path: string, origin?: string) => ({ path, match: findRoute(path), server: { origin } });

test("nothing inline, nothing from elsewhere", () => {
  const policy = contentSecurityPolicy({ nonce: "x" });
  expect(policy).toContain("script-src 'self' 'nonce-x';");
  expect(contentSecurityPolicy()).toContain("script-src 'self';");
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/unsafe|\*|https?:/);
});

test("HSTS only where there is https", () => {
  expect(securityHeaders(target("/", "https://table.example"))).toContain("Strict-Transport-Security");
  expect(securityHeaders(target("/", "http://localhost:3000"))).not.toContain("Strict-Transport-Security");
});

test("only a figure for frames may be framed", () => {
  const policyOf = (path: string) => pageHeaders(target(path), undefined, false).at(-1);
  expect(policyOf("/embed/leps/black-country/themes")).toContain("frame-ancestors *");
  for (const path of [
    "/",
    "/leps/black-country",
    "/embed/leps/black-country",
    "/embed/leps/a/b/c",
    "/x/embed/leps/a/b",
  ])
    expect(policyOf(path)).toContain("frame-ancestors 'none'");
});
