import { expect, test } from "vitest";
import { findRoute, isHydrated, routeName } from "@/lib/server/route-table";

test.each([
  ["/", "/"],
  ["/leps/black-country", "/leps/:slug"],
  ["/leps/black-country/paper", "/leps/:slug/paper"],
  ["/leps/black-country/transport", "/leps/:slug/:subject"],
  ["/leps/black-country/answers.atom", "/leps/:slug/answers.atom"],
  [`/unsubscribe/${"a".repeat(200)}/now`, "/unsubscribe/:token/now"],
  ["/_next/static/x.js", "/_next/*"],
  ["/healthz", "/healthz"],
  ["/leps/black-country/transport/someone@example.org", "other"],
  ["/leps/%", "other"],
])("%s is logged as %s", (path, name) => expect(routeName(path, findRoute(path))).toBe(name));

test("a segment that is no slug, number or id of ours is not plain", () => {
  expect(findRoute("/leps/black-country")?.isPlain).toBe(true);
  for (const slug of ["%2e%2e", "%61", "a.b", "a+b", "x".repeat(81)])
    expect(findRoute(`/leps/${slug}`), slug).toMatchObject({ name: "lep", isPlain: false });
});

test("only pages of moderation and of the second step hydrate", () => {
  expect(["/moderation", "/moderation/cases/x/sanction", "/sign-in/second-step/codes"].every(isHydrated)).toBe(true);
  expect(["/", "/my", "/sign-in", "/moderation/events", "/moderations", "/officer"].some(isHydrated)).toBe(false);
});
