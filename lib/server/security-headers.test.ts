import { expect, test } from "vitest";
import { contentSecurityPolicy, securityHeaders } from "@/lib/server/security-headers";

test("nothing inline, nothing from elsewhere", () => {
  const policy = contentSecurityPolicy(["'sha256-x'"]);
  expect(policy).toContain("script-src 'self' 'sha256-x';");
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/unsafe|\*|https?:/);
});

test("https for good only where there is https", () => {
  expect(securityHeaders({ dev: false, origin: "https://table.example" }, "/")).toContain("Strict-Transport-Security");
  expect(securityHeaders({ dev: false, origin: "http://localhost:3000" }, "/")).not.toContain(
    "Strict-Transport-Security",
  );
});

test("only a figure for frames may be framed", () => {
  expect(contentSecurityPolicy([], false, "/embed/leps/black-country/themes")).toContain("frame-ancestors *");
  for (const path of [
    "/",
    "/leps/black-country",
    "/embed/leps/black-country",
    "/embed/leps/a/b/c",
    "/x/embed/leps/a/b",
  ])
    expect(contentSecurityPolicy([], false, path)).toContain("frame-ancestors 'none'");
});
