import fc from "fast-check";
import { expect, test } from "vitest";
import { computeCellMembers } from "@/lib/summaries/disclosure/cell-members";
import type { MethodParameters } from "@/lib/summaries/disclosure/parameters";
import { lepsOfCell, makePublicList, publicId } from "@/lib/summaries/disclosure/public-list";
import { makeReleaseDraft, type ReleaseDraft } from "@/lib/summaries/disclosure/release-draft";
import { emptyState, type ReleaseState } from "@/lib/summaries/disclosure/release-state";
import { allValues, type Cell, makeTableFamily } from "@/lib/summaries/disclosure/table-family";
import { auditDraft, auditLimits } from "./audit";

// The audit against an oracle that tries every count of every cell in small tables. The oracle is written from the rules
// of a release, independently of the audit's model.

const method: MethodParameters = {
  noise: [
    [-1, 3],
    [0, 4],
    [1, 3],
  ],
  threshold: 3,
  base: 2,
  gate: 2,
  drawOneIn: 1,
  newContributors: 1,
};
/** The greatest count tried in an inner cell, with one theme and with two: well above the number of people. */
const ceilings = [9, 6];

type Small = { themes: string[]; sectors: string[]; memberships: { district: string; lep: string }[] };
const shapes: Record<string, Small> = {
  "two themes, two sectors": {
    themes: ["buses", "pay"],
    sectors: ["care", "making"],
    memberships: [{ district: "ash", lep: "north" }],
  },
  "one theme, two sectors, two districts": {
    themes: ["pay"],
    sectors: ["care", "making"],
    memberships: ["ash", "birch"].map((district) => ({ district, lep: "north" })),
  },
  "a district in two LEPs": {
    themes: ["pay"],
    sectors: ["care"],
    memberships: [
      ["ash", "north"],
      ["middle", "north"],
      ["middle", "south"],
      ["oak", "south"],
    ].map(([district = "", lep = ""]) => ({ district, lep })),
  },
};

type Range = { least: number; most: number };

/** The least and the greatest count of each cell over all tables consistent with a draft. */
function enumerateRanges(
  small: Small,
  draft: ReleaseDraft,
  knowsPrimary: boolean,
  listed: Listed = null,
): Map<string, Range> {
  const { themes, sectors, memberships } = small;
  const districts = [...new Set(memberships.map(({ district }) => district))];
  const inner = districts.flatMap((district) => sectors.map((sector) => ({ district, sector })));
  const inside = (place: string, district: string) =>
    place === `district:${district}` ||
    memberships.some((row) => row.district === district && place === `lep:${row.lep}`);
  const cells = [...draft.values()].map((cell) => {
    const [theme = "", sector = "", place = ""] = cell.id.split("|");
    const parts = inner.flatMap((cell, i) =>
      (sector === allValues || sector === cell.sector) && inside(place, cell.district) ? [i] : [],
    );
    const allowed = Array.from({ length: 10 * inner.length + 1 }, (_, count) => isPossible(cell, count, knowsPrimary));
    return { ...cell, theme, sector, place, parts, table: [...themes, allValues].indexOf(theme), allowed };
  });
  const strictPairs = cells.flatMap((total) =>
    cells
      .filter((part) => part !== total && contains(total, part))
      .filter((part) => [total, part].every((cell) => cell.drift === 0 && !isUnbounded(cell, knowsPrimary)))
      .filter((part) => part.shown !== total.shown)
      .map((part) => [cells.indexOf(total), cells.indexOf(part)] as const),
  );
  const ranges = new Map<string, Range>();
  for (const tables of listTables(themes.length, inner.length)) {
    const counts = cells.map(({ table, parts }) => parts.reduce((sum, i) => sum + (tables[table]?.[i] ?? 0), 0));
    if (!counts.every((count, i) => cells[i]?.allowed[count])) continue;
    if (listed && !agreesWithList(small, listed, tables, inner)) continue;
    if (!strictPairs.every(([total, part]) => (counts[total] ?? 0) > (counts[part] ?? 0))) continue;
    counts.forEach((count, i) => {
      const { least, most } = ranges.get(cells[i]?.id ?? "") ?? { least: count, most: count };
      ranges.set(cells[i]?.id ?? "", { least: Math.min(least, count), most: Math.max(most, count) });
    });
  }
  return ranges;
}

/** How many people the list of comments shows, by theme and LEP; null without a list. */
type Listed = ((theme: string, lep: string) => number) | null;

/** Whether the people of these tables could be listed so: each under a LEP of their district. */
function agreesWithList(
  { themes, memberships }: Small,
  listed: NonNullable<Listed>,
  tables: number[][],
  inner: { district: string }[],
): boolean {
  const leps = [...new Set(memberships.map(({ lep }) => lep))];
  const lepsOf = (district: string) => memberships.filter((row) => row.district === district).map(({ lep }) => lep);
  return [...themes, allValues].every((theme, table) => {
    const people = (isIn: (leps: string[]) => boolean) =>
      inner.reduce((sum, { district }, i) => sum + (isIn(lepsOf(district)) ? (tables[table]?.[i] ?? 0) : 0), 0);
    const total = leps.reduce((sum, lep) => sum + listed(theme, lep), 0);
    return (
      people(() => true) === total &&
      leps.every(
        (lep) =>
          people((under) => under.includes(lep)) >= listed(theme, lep) &&
          people((under) => under.every((one) => one === lep)) <= listed(theme, lep),
      )
    );
  });
}

type Placed = { theme: string; sector: string; place: string; parts: number[] };

/** Whether a reader can compare two cells: a total and its part, any theme and a theme, a LEP's total and its districts. */
function contains(total: Placed, part: Placed): boolean {
  if (total.theme === allValues && part.theme !== allValues)
    return total.sector === part.sector && total.place === part.place;
  if (total.theme !== part.theme) return false;
  const across = total.place === part.place && total.sector === allValues;
  const down = total.sector === part.sector && total.place.startsWith("lep:") && part.place.startsWith("district:");
  const both = total.sector === allValues && total.place.startsWith("lep:") && part.place.startsWith("district:");
  return (across || down || both) && part.parts.every((i) => total.parts.includes(i));
}

function isUnbounded(
  { shown, isSecondary }: { shown: number | null; isSecondary: boolean },
  knowsPrimary: boolean,
): boolean {
  return isSecondary || (!knowsPrimary && shown === null);
}

function isPossible(
  cell: { shown: number | null; isSecondary: boolean; drift: number },
  count: number,
  knowsPrimary: boolean,
) {
  if (isUnbounded(cell, knowsPrimary)) return true;
  const figures = (people: number) =>
    method.noise.map(([noise]) => {
      const noisy = people + noise;
      return people < method.threshold || noisy < method.threshold
        ? null
        : Math.round(noisy / method.base) * method.base;
    });
  const from = Math.max(0, count - cell.drift);
  const near = Array.from({ length: count + cell.drift - from + 1 }, (_, i) => from + i);
  return near.some((people) => figures(people).includes(cell.shown));
}

/** All tables of integers in which "any theme", the last, is at least each theme and at most their sum. */
function* listTables(themes: number, size: number): Generator<number[][]> {
  const columns: number[][] = [];
  const fill = (column: number[]): void => {
    if (column.length === themes) {
      for (let any = Math.max(...column); any <= column.reduce((a, b) => a + b, 0); any++)
        columns.push([...column, any]);
      return;
    }
    for (let count = 0; count <= (ceilings[themes - 1] ?? 0); count++) fill([...column, count]);
  };
  fill([]);
  const enumerate = function* (chosen: number[][]): Generator<number[][]> {
    if (chosen.length === size)
      yield Array.from({ length: themes + 1 }, (_, table) => chosen.map((column) => column[table] ?? 0));
    else for (const column of columns) yield* enumerate([...chosen, column]);
  };
  yield* enumerate([]);
}

function listExposed(
  draft: ReleaseDraft,
  ranges: Map<string, Range>,
  knowsPrimary: boolean,
  atMost: (cell: Cell) => number = () => Number.POSITIVE_INFINITY,
  isListed?: (cell: Cell) => boolean,
): string[] {
  return [...draft.values()].flatMap(({ id, cell, shown, isSecondary }) => {
    if (isListed?.(cell)) return [];
    const { least, most } = ranges.get(id) ?? { least: Number.NaN, most: Number.NaN };
    if (shown !== null) return most - least >= 2 ? [] : [id];
    return (knowsPrimary && isSecondary) || (least === 0 && most >= Math.min(atMost(cell), method.threshold - 1))
      ? []
      : [id];
  });
}

const people = (small: Small) =>
  fc.array(
    fc.record({
      key: fc.integer({ min: 0, max: 40 }).map((n) => Math.imul(n + 1, 2_654_435_761) >>> 0),
      district: fc.constantFrom(...new Set(small.memberships.map(({ district }) => district))),
      sector: fc.constantFrom(...small.sectors),
      themes: fc.subarray(small.themes, { minLength: 1 }),
    }),
    { minLength: 2, maxLength: small.themes.length > 1 ? 5 : 7 },
  );

test.each(Object.entries(shapes))(
  "%s: the audit suppresses if it must, only then, and enough",
  async (_name, small) => {
    const family = makeTableFamily(small);
    const leps = [...family.leps.keys()];
    const seen = { safe: 0, suppressed: 0, drifted: 0 };
    await fc.assert(
      fc.asyncProperty(people(small), people(small), async (first, second) => {
        let state: ReleaseState = emptyState;
        for (const contributors of [first, second]) {
          const draft = makeReleaseDraft(
            family,
            leps,
            computeCellMembers(family, contributors),
            state,
            method,
            () => true,
          );
          const before = [true, false].flatMap((knowsPrimary) =>
            listExposed(draft, enumerateRanges(small, draft, knowsPrimary), knowsPrimary),
          );
          const { suppressions, refused } = await auditDraft(family, leps, draft, method, auditLimits, () => {});
          expect(suppressions.length > 0 || refused !== null).toBe(before.length > 0);
          if (refused !== null) return;
          for (const knowsPrimary of [true, false])
            expect(listExposed(draft, enumerateRanges(small, draft, knowsPrimary), knowsPrimary)).toEqual([]);
          seen[before.length > 0 ? "suppressed" : "safe"]++;
          seen.drifted += Number([...draft.values()].some(({ drift }) => drift > 0));
          state = stateAfter(draft, leps);
        }
      }),
      { numRuns: small.themes.length > 1 ? 12 : 20, seed: 7 },
    );
    expect(Math.min(seen.safe, seen.suppressed, seen.drifted)).toBeGreaterThan(0);
  },
);

test.each(Object.entries(shapes).slice(1, 2))(
  "%s, with the list of comments: the audit suppresses if it must, only then, and enough",
  async (_name, small) => {
    const family = makeTableFamily(small);
    const leps = [...family.leps.keys()];
    const seen = { safe: 0, suppressed: 0, shown: 0 };
    await fc.assert(
      fc.asyncProperty(people(small), async (contributors) => {
        const list = makePublicList(family, contributors);
        const listed = (theme: string, lep: string) => list.get(publicId(theme, lep))?.length ?? 0;
        const atMost = (cell: Cell) => lepsOfCell(family, cell).reduce((sum, lep) => sum + listed(cell.theme, lep), 0);
        const members = computeCellMembers(family, contributors);
        const draft = makeReleaseDraft(family, leps, members, emptyState, method, () => true);
        const isListed = ({ sector, place }: Cell) =>
          "lep" in place && (sector === allValues || small.sectors.length === 1);
        const exposed = (knowsPrimary: boolean) =>
          listExposed(draft, enumerateRanges(small, draft, knowsPrimary, listed), knowsPrimary, atMost, isListed);
        const before = [true, false].flatMap(exposed);
        const { suppressions, refused } = await auditDraft(family, leps, draft, method, auditLimits, () => {}, list);
        expect(suppressions.length > 0 || refused !== null).toBe(before.length > 0);
        if (refused !== null) return;
        expect([true, false].flatMap(exposed)).toEqual([]);
        seen[before.length > 0 ? "suppressed" : "safe"]++;
        seen.shown += Number([...draft.values()].some(({ shown }) => shown !== null));
      }),
      { numRuns: 20, seed: 11 },
    );
    expect(Math.min(seen.safe, seen.suppressed, seen.shown)).toBeGreaterThan(0);
  },
);

function stateAfter(draft: ReleaseDraft, leps: string[]): ReleaseState {
  return {
    release: 1,
    cells: Object.fromEntries(
      [...draft].map(([id, { shown, isSecondary, members }]) => [id, { shown, isSecondary, members }]),
    ),
    leps: Object.fromEntries(leps.map((lep) => [lep, { release: 1, members: [] }])),
  };
}
