import { expect, test } from "vitest";
import { type Contributor, computeCellMembers } from "./cell-members";
import { countInterval } from "./count-interval";
import { standardParameters } from "./parameters";
import { countPublicChanges, extendHistory, lepsOfCell, makePublicList, type PublicHistory } from "./public-list";
import { makeReleaseDraft } from "./release-draft";
import { type CellState, emptyState, type ReleaseState } from "./release-state";
import { type Cell, makeTableFamily } from "./table-family";

const family = makeTableFamily({
  themes: ["buses", "pay"],
  sectors: ["care", "making"],
  memberships: [
    { district: "ash", lep: "north" },
    { district: "birch", lep: "north" },
    { district: "middle", lep: "north" },
    { district: "middle", lep: "south" },
    { district: "pine", lep: "south" },
    { district: "yew", lep: "west" },
  ],
});
let next = 1;
const join = (count: number, district: string, themes = ["pay"], lep?: string): Contributor[] =>
  Array.from({ length: count }, () => ({
    ...{ key: Math.imul(next++, 2_654_435_761) >>> 0, district, sector: "care", themes, lep: lep ?? null },
  }));
const cell = (theme: string, place: Cell["place"]): Cell => ({ theme, sector: "care", place });

test("each person is listed under one LEP, the one that their comments show", () => {
  const people = [...join(2, "ash"), ...join(3, "middle", ["pay", "buses"], "south"), ...join(1, "middle")];
  const sizes = [...makePublicList(family, people)].map(([id, keys]) => [id, keys.length]);
  expect(Object.fromEntries(sizes)).toEqual({
    "*|north": 3,
    "pay|north": 3,
    "*|south": 3,
    "pay|south": 3,
    "buses|south": 3,
  });
  expect(lepsOfCell(family, cell("pay", { district: "middle" }))).toEqual(["north", "south"]);
  expect(lepsOfCell(family, cell("pay", { district: "ash" }))).toEqual(["north"]);
  expect(lepsOfCell(family, cell("pay", { lep: "north" }))).toEqual(["north", "south"]);
  expect(lepsOfCell(family, cell("pay", { lep: "west" }))).toEqual(["west"]);
});

test("counts who joined and left since any release, also who came back, and forgets who left a year ago", () => {
  const [a, b, c] = [join(4, "ash"), join(3, "ash"), join(2, "pine")];
  const lists = [a, [...a, ...b], b, [...a.slice(0, 1), ...b, ...c]].map((people) => makePublicList(family, people));
  let history: PublicHistory = {};
  lists.slice(0, 3).forEach((list, i) => {
    history = extendHistory(history, list, i + 1);
  });
  const last = lists[3] ?? new Map();
  const since = (release: number, place: Cell["place"]) =>
    Object.values(countPublicChanges(family, history, last, cell("pay", place), release));
  expect([0, 1, 2, 3].map((release) => since(release, { district: "ash" }))).toEqual([
    [4, 0],
    [3, 3],
    [0, 3],
    [1, 0],
  ]);
  expect(since(3, { district: "pine" })).toEqual([2, 0]);
  expect(since(3, { district: "middle" })).toEqual([3, 0]);
  for (let release = 4; release < 60; release++) history = extendHistory(history, last, release);
  expect(history["pay|north"]?.some(([, , to]) => to > 0)).toBe(false);
});

test("a cell moves only if twice as many people changed publicly as must have changed in it", () => {
  const start = join(12, "ash");
  const first = makePublicList(family, start);
  const id = "pay|care|district:ash";
  const members = computeCellMembers(family, start);
  const state: ReleaseState = {
    ...emptyState,
    release: 1,
    cells: { [id]: { shown: 10, isSecondary: false, members: members.get(id) ?? [], countedAt: 1 } },
    leps: { north: { release: 1, first: 1, members: [] } },
    publicly: extendHistory({}, first, 1),
  };
  const moves = (others: Contributor[]) => {
    const people = [...start, ...join(5, "ash"), ...others];
    const list = makePublicList(family, people);
    const changes = (one: Cell, since: number) => countPublicChanges(family, state.publicly ?? {}, list, one, since);
    const now = computeCellMembers(family, people);
    const draft = makeReleaseDraft(family, ["north"], now, state, standardParameters, () => true, new Set(), changes);
    return draft.get(id)?.drift === 0;
  };
  expect(moves([])).toBe(false); // exactly five changed publicly: each would be proven to work in Ash
  expect(moves(join(4, "birch"))).toBe(false);
  expect(moves([...join(4, "birch"), ...join(9, "birch", ["buses"]), ...join(9, "yew")])).toBe(false);
  expect(moves(join(5, "birch"))).toBe(true);
});

test("a figure goes, because few are left, only once as many left publicly as it may have counted", () => {
  const [stay, leave] = [join(4, "ash"), join(8, "ash")];
  const people = [...stay, ...leave];
  const elsewhere = join(20, "birch");
  const id = "pay|care|district:ash";
  const first = { members: computeCellMembers(family, people).get(id) ?? [], countedAt: 1 };
  const state = (cellState: Partial<CellState>): ReleaseState => ({
    ...emptyState,
    release: 2,
    cells: { [id]: { shown: 10, isSecondary: false, ...first, ...cellState } },
    leps: { north: { release: 2, first: 1, members: [] } },
    publicly: extendHistory({}, makePublicList(family, [...people, ...elsewhere]), 1),
  });
  const draftOf = (before: ReleaseState, now: Contributor[]) => {
    const list = makePublicList(family, now);
    const changes = (one: Cell, since: number) => countPublicChanges(family, before.publicly ?? {}, list, one, since);
    const members = computeCellMembers(family, now);
    return makeReleaseDraft(family, ["north"], members, before, standardParameters, () => true, new Set(), changes).get(
      id,
    );
  };
  const most = countInterval(10, standardParameters)[1];
  const goneElsewhere = (count: number) => [...stay, ...elsewhere.slice(count), ...join(9, "birch")];
  for (const shown of [{}, { lastShown: { release: 1, most } }]) {
    expect(draftOf(state(shown), goneElsewhere(most - 8 - 1))).toMatchObject({ shown: 10, drift: 8 });
    expect(draftOf(state(shown), goneElsewhere(most - 8))).toMatchObject({ shown: null, isSecondary: false, drift: 0 });
  }
  // also when the audit has hidden it in between: then it is not called small
  const hidden = state({ shown: null, isSecondary: true, countedAt: 2, lastShown: { release: 1, most } });
  expect(draftOf(hidden, goneElsewhere(most - 8 - 1))).toMatchObject({ shown: null, isSecondary: true });
  expect(draftOf(hidden, goneElsewhere(most - 8))).toMatchObject({ shown: null, isSecondary: false });
  // with enough people a figure moves as before
  expect(draftOf(state({}), [...people, ...elsewhere, ...join(10, "ash")])).toMatchObject({ drift: 0 });
});
