import { expect, test } from "vitest";
import { makeRelease } from "@/lib/summaries/disclosure/release";
import { attack } from "./attack";
import { memberships, type Person, sectors, themes } from "./scenarios";

// The attacker breaks what a careless service would publish, but not releases of the same people made by ours.

const carelessMethod = { noise: [[0, 10]], threshold: 10, base: 1, gate: 1, drawOneIn: 1, newContributors: 0 };
const shownOf = (count: number) => (count < 10 ? null : count);

/** Exact counts by district, and the totals of LEPs. @param suppressed districts that are not shown either */
function publishCarelessly(release: number, counts: Record<string, number>, suppressed: string[] = []) {
  const figures = [...new Set(memberships.map(({ lep }) => lep))].map((lep) => {
    const inside = memberships
      .filter((row) => row.lep === lep)
      .map(({ district }) => ({ district, count: counts[district] ?? 0 }));
    const total = { district: "all", count: inside.reduce((sum, { count }) => sum + count, 0) };
    const cells = [total, ...inside].map(({ district, count }) => ({
      district,
      count: suppressed.includes(district) ? null : shownOf(count),
    }));
    return [lep, cells.map((cell) => ({ theme: "any", sector: "all", ...cell }))] as const;
  });
  return { release, method: carelessMethod, leps: Object.fromEntries(figures) };
}

const counts = { ash: 20, birch: 15, middle: 25, moor: 30, oak: 14, pine: 7 };
const districtCell = (district: string) => `any|all|district:${district}`;

let next = 1;
/** New people in a district. */
const join = (district: string, count: number): Person[] =>
  Array.from({ length: count }, () => {
    const key = Math.imul(next++, 2_654_435_761) >>> 0;
    return { key, district, sector: sectors[next % 3] ?? "", themes: [themes[next % 2] ?? ""] };
  });
const crowd = () => Object.entries(counts).flatMap(([district, count]) => join(district, count));

/** Releases these people week by week. @returns what the attacker finds */
async function attackReleases(weeks: Person[][]) {
  const published = [];
  let previous: Awaited<ReturnType<typeof makeRelease>>["state"] | undefined;
  for (const contributors of weeks) {
    const release = await makeRelease({
      family: { themes: themes.slice(0, 2), sectors: sectors.slice(0, 3), memberships },
      secret: "planted",
      contributors,
      previous,
    });
    previous = release.state;
    if (Object.keys(release.published.leps).length > 0) published.push(release.published);
  }
  expect(published).toHaveLength(weeks.length);
  return attack(JSON.parse(JSON.stringify(published)) as unknown[]);
}

const nothing = { exact: [], narrow: [], proven: [], contradictions: [], placed: [], remaining: [], elsewhere: [] };
/** New people in other districts, so that there is a second release. */
const elsewhere = () => [...join("oak", 12), ...join("birch", 12)];

test("a single suppressed cell is its total less the rest", { timeout: 120_000 }, async () => {
  const { exact } = await attack([publishCarelessly(1, counts)]);
  expect(exact).toContainEqual({ release: 1, cell: districtCell("pine"), low: 7, high: 7 });
  expect(await attackReleases([crowd()])).toEqual(nothing);
});

test("a step from nine to ten proves a join", { timeout: 120_000 }, async () => {
  const weeks = [publishCarelessly(1, { ...counts, ash: 9 }), publishCarelessly(2, { ...counts, ash: 10 })];
  const { proven } = await attack(weeks);
  expect(proven).toContainEqual({ release: 2, cell: districtCell("ash"), what: "join", least: 1 });
  const first = [...crowd().filter(({ district }) => district !== "ash"), ...join("ash", 9)];
  const { proven: ours, ...rest } = await attackReleases([first, [...first, ...join("ash", 1), ...elsewhere()]]);
  expect([rest, ours.filter(({ cell }) => cell.endsWith("district:ash"))]).toEqual([
    { ...nothing, proven: undefined },
    [],
  ]);
});

test("a count lower by one proves a departure", { timeout: 120_000 }, async () => {
  const { proven } = await attack([publishCarelessly(1, counts), publishCarelessly(2, { ...counts, ash: 19 })]);
  expect(proven).toContainEqual({ release: 2, cell: districtCell("ash"), what: "departure", least: 1 });
  const first = crowd();
  const { proven: ours, ...rest } = await attackReleases([first, [...first.slice(1), ...elsewhere()]]);
  expect([rest, ours.filter(({ cell }) => cell.endsWith("district:ash"))]).toEqual([
    { ...nothing, proven: undefined },
    [],
  ]);
});

test("a district in two LEPs reveals in one what is suppressed in the other", { timeout: 120_000 }, async () => {
  const small = { ...counts, middle: 6, pine: 12 };
  const { exact } = await attack([publishCarelessly(1, small, ["ash"])]);
  for (const [cell, count] of [
    [districtCell("middle"), 6],
    [districtCell("ash"), 20],
  ])
    expect(exact).toContainEqual({ release: 1, cell, low: count, high: count });
  const people = Object.entries(small).flatMap(([district, count]) => join(district, count));
  expect(await attackReleases([people])).toEqual(nothing);
});
