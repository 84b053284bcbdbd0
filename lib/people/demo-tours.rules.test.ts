import { expect, test } from "vitest";
import { demoTours } from "@/lib/people/demo-tours.rules";
import { findRoute } from "@/lib/server/route-table";
import { readReference } from "@/prisma/reference/read";
import { readCast } from "@/prisma/seed/demo/content";

test.each(demoTours)("$title: each step leads to a page that the role may open", ({ castKey, steps }) => {
  expect(readCast().people.map(({ key }) => key)).toContain(castKey);
  expect(steps.length).toBeGreaterThanOrEqual(4);
  const role = { "bus-driver": "participant", "rep-dudley": "rep", "officer-west-midlands": "officer" }[castKey];
  for (const { page } of steps) {
    if (!page) continue;
    const access = findRoute(page.href.split("?")[0] ?? "")?.route.access;
    expect(
      [access].flat().some((group) => group === "public" || group === role),
      page.href,
    ).toBe(true);
  }
});

test("sections of the tours are in the strategy", () => {
  const all = readReference<{ strategyId: string; sections: { number: number }[] }>("strategy-sections");
  const numbers = all.find(({ strategyId }) => strategyId === "west-midlands")?.sections.map(({ number }) => number);
  const tried = demoTours.flatMap(({ steps }) =>
    steps.flatMap(({ page }) => page?.href.match(/sections\/(\d+)/)?.[1] ?? []),
  );
  expect(tried.length).toBeGreaterThan(0);
  for (const number of tried) expect(numbers).toContain(Number(number));
});
