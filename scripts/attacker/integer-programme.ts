import { boundsOf } from "./count-interval";
import type { Reading } from "./release-parser";
import { listRelations, type Relation } from "./table-constraints";

type Line = { terms: [number, number][]; lower: number; upper: number };
/**
 * A whole history as one programme. Each cell has three columns at each release: how many are in it (`at`), and how many
 * joined and left since the release before (`at` + 1 and + 2).
 */
export type Programme = {
  cells: string[];
  lower: number[];
  upper: number[];
  lines: Line[];
  at: (t: number, cell: string) => number;
};

const wide = 100_000;
const [people, joined, left] = [0, 1, 2];

/**
 * All that can be written down of a history: what stands behind figures that were counted on the day; totals, of people,
 * of joins and of leaves; that a figure that moved had `gate` changes since it last moved, and, where every cell is
 * looked at every time, one since the release before; that a LEP's release had new contributors, and its absence had not.
 */
export function makeProgramme(history: Reading[]): Programme {
  const cells = [...new Set(history.flatMap((reading) => [...reading.cells.keys()]))];
  const number = new Map(cells.map((cell, i) => [cell, i]));
  const at = (t: number, cell: string) => 3 * (t * cells.length + (number.get(cell) ?? 0));
  const programme: Programme = {
    cells,
    lower: new Array<number>(3 * cells.length * history.length).fill(0),
    upper: new Array<number>(3 * cells.length * history.length).fill(wide),
    lines: [],
    at,
  };
  const tables = listRelations(unread(history));
  history.forEach((reading, t) => {
    for (const relation of tables) {
      const isOfChanges = t > 0 && relation.terms[0]?.[1] === -1; // whoever joins or leaves a whole, does so in a part
      for (const column of isOfChanges ? [people, joined, left] : [people]) addRelation(programme, t, relation, column);
    }
    for (const relation of listRelations(reading).filter(({ lower }) => lower === 1))
      addRelation(programme, t, relation, people);
    for (const read of reading.cells.values()) {
      const [low, high] = boundsOf(read, reading.method);
      programme.lower[at(t, read.cell)] = low;
      programme.upper[at(t, read.cell)] = high;
    }
    if (t > 0) for (const cell of cells) addWeek(programme, t, cell);
  });
  addMoves(programme, history);
  addReleases(programme, history);
  return programme;
}

function addRelation({ lines, at }: Programme, t: number, { terms, lower, upper }: Relation, column: number): void {
  lines.push({ terms: terms.map(([cell, coefficient]) => [at(t, cell) + column, coefficient]), lower, upper });
}

/** In now = in before + joined − left, and nobody leaves who was not in. */
function addWeek({ lines, at }: Programme, t: number, cell: string): void {
  const [now, before] = [at(t, cell), at(t - 1, cell)];
  const terms: [number, number][] = [
    [now, 1],
    [before, -1],
    [now + joined, -1],
    [now + left, 1],
  ];
  lines.push({ terms, lower: 0, upper: 0 });
  lines.push({ terms: [terms[1] as [number, number], [now + left, 1]], lower: -wide, upper: 0 });
}

function addMoves({ lines, at }: Programme, history: Reading[]): void {
  const counted = new Map<string, number>(); // when a cell was surely counted, or hidden, last
  history.forEach(({ cells, method }, t) => {
    for (const { cell, figures, before } of cells.values()) {
      const figure = figures[0] ?? null;
      if (before === figure) continue;
      const since = counted.get(cell);
      counted.set(cell, t);
      if (since === undefined || figure === null) continue; // what is no longer shown may have been hidden for another's sake
      const changes = (from: number) =>
        range(from, t).flatMap((w): [number, number][] => [
          [at(w, cell) + joined, 1],
          [at(w, cell) + left, 1],
        ]);
      lines.push({ terms: changes(since + 1), lower: method.gate, upper: wide });
      if (method.drawOneIn === 1) lines.push({ terms: changes(t), lower: 1, upper: wide });
    }
  });
}

function addReleases({ lines, at }: Programme, history: Reading[]): void {
  const released = new Map<string, number>();
  history.forEach(({ leps, method }, t) => {
    for (const lep of new Set(history.flatMap((reading) => [...reading.leps.keys()]))) {
      const total = `any|all|lep:${lep}`;
      const since = released.get(lep);
      if (leps.has(lep)) released.set(lep, t);
      if (since === undefined) continue;
      const joins = range(since + 1, t).map((w): [number, number] => [at(w, total) + joined, 1]);
      if (leps.has(lep)) lines.push({ terms: joins, lower: method.newContributors, upper: wide });
      else if ((history[since]?.cells.get(total)?.figures[0] ?? 0) >= 20) {
        const grown: [number, number][] = [
          [at(t, total), 1],
          [at(since, total), -1],
        ];
        lines.push({ terms: grown, lower: -wide, upper: method.newContributors - 1 });
      }
    }
  });
}

/** The tables of a whole history, without figures. */
function unread(history: Reading[]): Reading {
  const cells: Reading["cells"] = new Map();
  const leps: Reading["leps"] = new Map();
  for (const reading of history) {
    for (const [name, read] of reading.cells) cells.set(name, { ...read, figures: [], before: undefined });
    for (const [lep, districts] of reading.leps) leps.set(lep, districts);
  }
  return { ...(history[0] as Reading), cells, leps };
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
