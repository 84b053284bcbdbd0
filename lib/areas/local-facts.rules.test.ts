import { describe, expect, test } from "vitest";
import { formatPercent, formatWeeklyPay, payFacts, type SectorJobs, workFacts } from "@/lib/areas/local-facts.rules";

const sector = (sectorId: string, jobs: number, more: Partial<SectorJobs> = {}): SectorJobs => ({
  sectorId,
  jobs,
  name: sectorId,
  partOf: null,
  foundational: "no",
  lowPaid: "N",
  ...more,
});

describe("work", () => {
  const here = [
    sector("G", 40, { foundational: "part", lowPaid: "Y" }),
    sector("G45", 10, { partOf: "G", foundational: "core" }),
    sector("G47", 30, { partOf: "G", foundational: "part", lowPaid: "Y" }),
    sector("Q", 50, { foundational: "core", lowPaid: "part (social care)" }),
    sector("M", 10),
    sector("U", 0),
  ];
  const facts = workFacts(here, [sector("M", 75), sector("Q", 25, { foundational: "core" })]);

  test("shares are of all jobs, each job counted once in its smallest sector", () => {
    expect(facts.total).toBe(100);
    expect(facts.foundational).toEqual({ here: 0.6, england: 0.25 });
    expect(facts.foundationalInPart.here).toBe(0.9);
    expect(facts.lowPaid).toEqual({ here: 0.3, england: 0 });
    expect(facts.lowPaidInPart.here).toBe(0.8);
  });

  test("the list has top-level sectors with jobs, the largest first", () => {
    expect(facts.sectors.map(({ id, share, england }) => [id, share, england])).toEqual([
      ["Q", 0.5, 0.25],
      ["G", 0.4, 0],
      ["M", 0.1, 0.75],
    ]);
  });

  test("an area without jobs has shares of zero", () => {
    expect(workFacts([], []).foundational).toEqual({ here: 0, england: 0 });
  });
});

test("pay gives the lowest and the highest district, and the median district of England", () => {
  const row = (name: string, pounds: number | null) => ({ name, pounds, low: null, high: null });
  const facts = payFacts([row("B", 500), row("A", 400), row("C", null)], [300, 400, 500, 900]);
  expect(facts).toMatchObject({
    lowest: { name: "A" },
    highest: { name: "B" },
    districts: 2,
    districtsWithoutFigure: 1,
    englandMedian: 450,
  });
  expect(payFacts([row("A", null)], [1])).toBeNull();
});

test("figures are formatted for readers", () => {
  expect([formatPercent(0.9949), formatPercent(0.996), formatPercent(1)]).toEqual(["99%", "over 99%", "100%"]);
  expect([formatPercent(0.414), formatPercent(0.001), formatPercent(0), formatWeeklyPay(511.6)]).toEqual([
    "41%",
    "under 1%",
    "0%",
    "£512",
  ]);
});
