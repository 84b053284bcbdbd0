import fc from "fast-check";
import { expect, test } from "vitest";
import type { Contributor } from "./cell-members";
import { standardParameters } from "./parameters";
import type { PublishedFigure } from "./publication";
import { makeRelease, type ReleaseInput } from "./release";

const family = {
  themes: ["buses", "pay", "skills"],
  sectors: ["care", "making", "retail"],
  memberships: [
    { district: "ash", lep: "north" },
    { district: "birch", lep: "north" },
    { district: "middle", lep: "north" },
    { district: "middle", lep: "south" },
    { district: "oak", lep: "south" },
    { district: "pine", lep: "south" },
  ],
};

let next = 1;
/** New people in the same cells. */
function join(count: number, district: string, sector: string, themes = ["pay"]): Contributor[] {
  return Array.from({ length: count }, () => ({
    key: Math.imul(next++, 2_654_435_761) >>> 0,
    district,
    sector,
    themes,
  }));
}

const start = [
  ...join(16, "ash", "care"),
  ...join(9, "ash", "making", ["buses"]),
  ...join(14, "birch", "care", ["buses", "skills"]),
  ...join(18, "middle", "retail", ["pay", "skills"]),
  ...join(12, "middle", "care", ["buses"]),
  ...join(25, "oak", "making", ["pay"]),
  ...join(13, "pine", "retail", ["skills"]),
];
const release = (contributors: Contributor[], more: Partial<ReleaseInput> = {}) =>
  makeRelease({ family, secret: "test", contributors, ...more });
const find = (figures: PublishedFigure[] | undefined, theme: string, sector: string, district: string) =>
  figures?.find((figure) => figure.theme === theme && figure.sector === sector && figure.district === district)?.count;

test("no release for fewer than ten new contributors", async () => {
  const first = await release(start);
  expect(Object.keys(first.published.leps)).toEqual(["north", "south"]);
  const second = await release([...start, ...join(9, "ash", "care")], { previous: first.state });
  expect(second.published.leps).toEqual({});
  expect(second.state).toEqual(first.state);
});

test("the order of the input does not matter, byte for byte", async () => {
  const a = await release(start);
  const b = await release(start.toReversed(), { family: { ...family, memberships: family.memberships.toReversed() } });
  expect(JSON.stringify(b)).toBe(JSON.stringify(a));
});

test("neither the step from nine to ten nor a single departure is visible", async () => {
  const first = await release(start);
  const others = [...join(12, "birch", "retail"), ...join(12, "oak", "care")];
  const tenth = await release([...start, ...others, ...join(1, "ash", "making", ["buses"])], { previous: first.state });
  expect(find(tenth.published.leps.north, "buses", "making", "ash")).toBeNull();
  const leaver = await release([...start.slice(1), ...others], { previous: first.state });
  const before = find(first.published.leps.north, "pay", "care", "ash");
  expect([before, null]).toContain(find(leaver.published.leps.north, "pay", "care", "ash")); // unmoved, or suppressed
});

test("a district in two LEPs has one value, also when only one of them releases", async () => {
  const first = await release(start);
  const more = [...start, ...join(3, "middle", "retail"), ...join(4, "middle", "care"), ...join(12, "ash", "retail")];
  const second = await release(more, { previous: first.state });
  expect(Object.keys(second.published.leps)).toEqual(["north"]);
  const middle = (figures: PublishedFigure[] | undefined) => figures?.filter(({ district }) => district === "middle");
  expect(middle(second.published.leps.north)).toEqual(middle(first.published.leps.south));
});

test("a single suppressed cell in a row requires a second suppression, or one of its total", async () => {
  const row = ["ash", "birch", "middle"].flatMap((district) => [
    ...join(40, district, "care"),
    ...join(district === "ash" ? 3 : 40, district, "making"),
    ...join(40, district, "retail"),
  ]);
  const { published } = await release([...row, ...join(40, "oak", "care"), ...join(40, "pine", "making")]);
  const shown = ["care", "retail", "all"].map((sector) => find(published.leps.north, "pay", sector, "ash"));
  expect(shown).toContain(null);
});

test("over its limits, it shows less and does not fail", async () => {
  const { published, refused } = await release(start, { limits: { solves: 0 } });
  expect([published.leps, refused.toSorted()]).toEqual([{}, ["north", "south"]]);
});

test("published figures are multiples of 5 from 10, and nothing internal is published", async () => {
  const groups = fc.array(
    fc.record({
      count: fc.integer({ min: 1, max: 25 }),
      district: fc.constantFrom("ash", "birch", "middle", "oak", "pine"),
      sector: fc.constantFrom(...family.sectors),
      themes: fc.subarray(family.themes, { minLength: 1 }),
    }),
    { minLength: 2, maxLength: 12 },
  );
  await fc.assert(
    fc.asyncProperty(groups, async (drawn) => {
      const people = drawn.flatMap(({ count, district, sector, themes }) => join(count, district, sector, themes));
      const { published } = await release(people);
      for (const { count } of Object.values(published.leps).flat())
        if (count !== null) expect([count >= 10, count % 5]).toEqual([true, 0]);
      expect(Object.keys(published)).toEqual(["release", "version", "method", "note", "leps"]);
    }),
    { numRuns: 6, seed: 5 },
  );
});

test("without the gate, a first release differs only in its method", async () => {
  const parameters = { ...standardParameters, gate: 1, drawOneIn: 1, newContributors: 1 };
  const [on, off] = [await release(start), await release(start, { parameters })];
  expect({ ...off.published, method: standardParameters }).toEqual(on.published);
});
