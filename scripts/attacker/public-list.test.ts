import { expect, test } from "vitest";
import { makeRelease } from "@/lib/summaries/disclosure/release";
import { divideSharedDistricts } from "@/lib/summaries/releases/shared-district.rules";
import { attack } from "./attack";
import type { ListedComment } from "./public-list";
import { type Person, peopleInCell } from "./scenarios";

// Releases joined with the list of comments: alias, LEP and section are public, so who contributed to a theme in a LEP
// is exact. The attacker breaks what a careless service would publish beside it, and not our releases.

const family = {
  themes: ["buses", "pay"],
  sectors: ["care", "making", "retail"],
  memberships: ["ash", "birch", "elm"].map((district) => ({ district, lep: "north" })),
};
let next = 1;
const join = (count: number, district: string, sector: string, theme: string): Person[] =>
  Array.from({ length: count }, () => ({
    ...{ key: Math.imul(next++, 2_654_435_761) >>> 0, district, sector, themes: [theme] },
  }));
/** The list shows neither district nor sector. */
const listOf = (people: Person[]): ListedComment[] =>
  people.flatMap(({ key, themes }) => themes.map((theme) => ({ alias: `alias ${key}`, lep: "north", theme })));

/** Releases these people week by week, and attacks with the lists of the same weeks. */
async function attackReleases(weeks: Person[][], secret = "list") {
  const [published, lists]: [unknown[], ListedComment[][]] = [[], []];
  let previous: Awaited<ReturnType<typeof makeRelease>>["state"] | undefined;
  for (const contributors of weeks) {
    const release = await makeRelease({ family, secret, contributors, previous });
    previous = release.state;
    if (Object.keys(release.published.leps).length === 0) continue;
    published.push(JSON.parse(JSON.stringify(release.published)));
    lists.push(listOf(contributors));
  }
  return { releases: published.length, findings: await attack(published, lists) };
}

const method = { noise: [[0, 10]], threshold: 10, base: 5, gate: 5, drawOneIn: 1, newContributors: 0 };
/** One theme, all sectors: figures by district. @param figures not shown if absent */
const publishCarelessly = (release: number, figures: Record<string, number>) => ({
  release,
  method,
  leps: {
    north: ["all", "ash", "birch", "elm"].map((district) => ({
      ...{ theme: "pay", sector: "all", district, count: figures[district] ?? null },
    })),
  },
});

test("ten of ten from one workplace: with the list, a figure for it proves that nobody else is anywhere", async () => {
  const people = join(12, "ash", "care", "pay");
  const careless = await attack([publishCarelessly(1, { all: 10, ash: 10 })], [listOf(people)]);
  expect(careless.narrow.map(({ cell }) => cell)).toContain("pay|all|district:birch");
  expect((await attack([publishCarelessly(1, { all: 10, ash: 10 })])).contradictions).toEqual([]);

  const { releases, findings } = await attackReleases([[...people, ...join(20, "birch", "making", "buses")]]);
  expect(releases).toBe(1);
  expect(findings).toEqual({
    exact: [],
    narrow: [],
    proven: [],
    contradictions: [],
    placed: [],
    remaining: [],
    elsewhere: [],
  });
}, 240_000);

test("exactly five changed publicly between two moves: all five would be placed in the district that moved", async () => {
  const start = [...join(16, "ash", "care", "pay"), ...join(14, "birch", "making", "pay")];
  const five = join(5, "ash", "care", "pay");
  const lists = [listOf(start), listOf([...start, ...five])];
  const weeks = [publishCarelessly(1, { all: 30, ash: 15 }), publishCarelessly(2, { all: 35, ash: 20 })];
  const { placed } = await attack(weeks, lists);
  expect(placed).toEqual([{ release: 2, cell: "pay|all|district:ash", least: 5, among: 5 }]);

  const buses = [...join(12, "ash", "retail", "buses"), ...join(13, "birch", "care", "buses")];
  const base = [...start, ...buses];
  const more = join(12, "elm", "making", "buses"); // so that there is a second release, of another theme
  const { releases, findings } = await attackReleases([base, [...base, ...five, ...more]]);
  expect(releases).toBe(2);
  expect(findings.placed).toEqual([]);
  expect([findings.exact, findings.narrow, findings.contradictions]).toEqual([[], [], []]);
}, 240_000);

test("a figure that goes after few left publicly: whoever takes the cell for small knows that somebody is there", async () => {
  const stay = [
    ...["care", "making"].flatMap((sector) => join(16, "ash", sector, "pay")),
    ...["care", "making", "retail"].flatMap((sector) => [
      ...join(18, "birch", sector, "pay"),
      ...join(17, "elm", sector, "pay"),
    ]),
    ...join(4, "ash", "retail", "pay"),
  ];
  const [leave, come] = [join(9, "ash", "retail", "pay"), join(15, "birch", "retail", "pay")];
  const weeks = [
    [...stay, ...leave],
    [...stay, ...come],
  ];
  const careless = [publishCarelessly(1, { all: 150, ash: 15 }), publishCarelessly(2, { all: 155 })];
  expect((await attack(careless, weeks.map(listOf))).remaining).toEqual([
    { release: 2, cell: "pay|all|district:ash", low: 4, high: 9 },
  ]);

  const small = peopleInCell([...stay, ...come], "pay|retail|district:ash").size;
  expect(small).toBe(4);
  const { releases, findings } = await attackReleases(weeks, "a"); // a secret that draws this cell
  expect(releases).toBe(2);
  expect(findings.remaining.filter(({ cell }) => cell === "pay|retail|district:ash")).toEqual([]);
}, 240_000);

test("a district in two LEPs: counted in both, those listed under one are few by the other's total; divided, nobody is", async () => {
  const shared = {
    ...family,
    memberships: [
      ...["ash", "middle"].map((district) => ({ district, lep: "north" })),
      ...["middle", "oak"].map((district) => ({ district, lep: "south" })),
    ],
  };
  const under = (lep: string, count: number, district: string, sector: string) =>
    join(count, district, sector, "pay").map((person) => ({ ...person, lep }));
  const contributors = [
    ...["care", "making", "retail"].flatMap((sector) => [
      ...under("north", 14, "ash", sector),
      ...under("south", 14, "oak", sector),
      ...under("north", 11, "middle", sector),
    ]),
    ...under("south", 3, "middle", "care"),
  ];
  const list = contributors.map(({ key, lep }) => ({ alias: `alias ${key}`, lep, theme: "pay" }));
  /** @param nameOf a district in what is published */
  const attackOne = async (input: Parameters<typeof makeRelease>[0], nameOf: (district: string) => string) => {
    const { published } = await makeRelease(input);
    expect(Object.keys(published.leps)).toEqual(["north", "south"]);
    const named = Object.entries(published.leps).map(([lep, figures]) => [
      lep,
      figures.map((figure) => ({ ...figure, district: nameOf(figure.district) })),
    ]);
    return attack([JSON.parse(JSON.stringify({ ...published, leps: Object.fromEntries(named) }))], [list]);
  };
  const undivided = await attackOne({ family: shared, secret: "list", contributors }, (district) => district);
  expect(undivided.elsewhere.map(({ cell }) => cell)).toContain("pay elsewhere than north");
  for (const { low, high } of undivided.elsewhere.filter(({ cell }) => cell === "pay elsewhere than north"))
    expect([low <= 3, 3 <= high, high - low < 9]).toEqual([true, true, true]);

  const divided = divideSharedDistricts(shared, contributors);
  const findings = await attackOne({ ...divided, secret: "list" }, (district) => district);
  expect(findings).toEqual({
    ...{ exact: [], narrow: [], proven: [], contradictions: [], placed: [], remaining: [], elsewhere: [] },
  });
}, 240_000);
