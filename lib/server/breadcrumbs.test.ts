import { afterAll, expect, test } from "vitest";
import { db } from "@/lib/database/client";
import { type RouteName, routes } from "@/lib/routes";
import { areaOf, listCrumbs } from "@/lib/server/breadcrumbs";
import { findRoute } from "@/lib/server/route-table";
import { findAreaName } from "@/lib/strategies/area-name.queries";
import { createTestDatabase } from "@/scripts/test/database";

const database = await createTestDatabase();
afterAll(database.close);

const staff = ["rep", "union_officer", "officer", "admin"] as const;
const labels = (path: string, viewer: Parameters<typeof listCrumbs>[1] = null) =>
  listCrumbs(path, viewer).map(({ label }) => label);

test("the pages above a page, from the start page down, with numbers from its address", () => {
  expect(listCrumbs("/strategies/black-country/sections/2/write", null)).toEqual([
    { path: "/", label: "Home" },
    { path: "/strategies", label: "Strategies" },
    { path: "/strategies/black-country", label: "{area}" },
    { path: "/strategies/black-country/sections/2", label: "Section 2" },
  ]);
  expect(labels("/moderation/cases/c1/sanction", ["rep"])).toEqual(["Home", "Moderation", "The comment"]);
  expect(labels("/unions/meetings/m1/upload/u1", ["rep"])).toEqual([
    ...["Home", "For your union", "Meetings and paper forms", "Record comments", "Upload comments"],
  ]);
});

test("none on a page of the first level, and none for an address that is not ours", () => {
  for (const path of ["/", "/strategies", "/moderation", "/my", "/nothing", "/nothing/below"])
    expect([path, labels(path, staff)]).toEqual([path, []]);
});

test("nobody is led to a page that they may not open", () => {
  expect(labels("/officer/strategies/kent/draft/about", ["admin"])).toEqual(["Home", "Publish a strategy"]);
  expect(labels("/officer/strategies/kent/draft/about", ["officer"])).toEqual([
    ...["Home", "Your desk", "Publish a strategy", "Comments, notes and tags"],
  ]);
  expect(labels("/moderation/originals/o1", ["admin"])).toEqual(["Home", "Sealed originals"]);
  expect(labels("/my/reports/sent")).toEqual([]);
  expect(labels("/my/reports/sent", [])).toEqual(["Home", "My comments", "Your reports"]);
});

/** Deeper pages without anything above them that one could go up to: steps of signing in, and pages for one moment. */
const withoutCrumbs: RouteName[] = [
  ...(["signInCode", "signInLink", "signInWith", "secondStep", "lostSecondStep", "setUpSecondStep"] as const),
  ...(["recoveryCodes", "unsubscribe", "repGuide", "correctFact"] as const),
];

test("every page deeper than one level has them, but for steps of signing in", () => {
  const isPage = (path: string) => !/^\/(api|embed|\.well-known)\/|\.(atom|css|csv|xlsx|svg|txt)$/.test(path);
  const handlers: RouteName[] = ["picture", "queueEvents", "claimCase", "decideCase", "unsubscribeNow", "sendComment"];
  const without = Object.entries(routes).flatMap(([name, { path }]) => {
    const address = path.replace(/:number/g, "1").replace(/:\w+/g, "x");
    const isDeep = address.split("/").length > 2 && isPage(path) && !handlers.includes(name as RouteName);
    return isDeep && listCrumbs(address, staff).length === 0 ? [name] : [];
  });
  expect(without.sort()).toEqual([...withoutCrumbs, "formerProviderCallback"].sort());
});

test("each leads to a page of the table, and names an area where its label has none", () => {
  for (const { path } of Object.values(routes)) {
    const address = path.replace(/:number/g, "1").replace(/:\w+/g, "x");
    for (const crumb of listCrumbs(address, staff)) expect(findRoute(crumb.path)?.isPlain).toBe(true);
  }
  expect(areaOf(listCrumbs("/strategies/kent/summary", null))).toEqual({ kind: "strategy", slug: "kent" });
  expect(areaOf(listCrumbs("/leps/kent/pay", null))).toEqual({ kind: "body", slug: "kent" });
  expect(areaOf(listCrumbs("/transparency/kent/check", null))).toEqual({ kind: "body", slug: "kent" });
  expect(areaOf(listCrumbs("/my/data", []))).toBeNull();
});

test("an area has its name; what is not open yet, or not there, has none", async () => {
  const { id, areaName } = await db().strategy.findFirstOrThrow({ where: { phase: "reference" } });
  expect(await findAreaName({ kind: "strategy", slug: id })).toBe(areaName);
  await db().strategy.update({ where: { id }, data: { phase: "draft" } });
  expect(await findAreaName({ kind: "strategy", slug: id })).toBeNull();
  expect(await findAreaName({ kind: "strategy", slug: "nowhere" })).toBeNull();
  expect(await findAreaName({ kind: "body", slug: "black-country" })).toBe("Black Country LEP");
  expect(await findAreaName({ kind: "body", slug: "nowhere" })).toBeNull();
});
