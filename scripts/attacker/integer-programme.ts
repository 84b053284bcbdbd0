import { boundsOf } from "./count-interval";
import type { ParsedRelease } from "./release-parser";
import { listTableConstraints, type TableConstraint } from "./table-constraints";

type Constraint = { terms: [number, number][]; lower: number; upper: number };
/**
 * A history of releases as one programme. Each cell has three columns at each release: its members (`columnOf`), and the
 * people who joined and who left since the release before (`columnOf` + 1 and + 2).
 */
export type IntegerProgramme = {
  cells: string[];
  lower: number[];
  upper: number[];
  constraints: Constraint[];
  columnOf: (t: number, cell: string) => number;
};

const unbounded = 100_000;
const [people, joined, left] = [0, 1, 2];

/**
 * Everything that can be derived from a history: bounds of figures that were counted in their release; totals of people,
 * joins and departures; that a figure that moved had `gate` changes since it last moved, and one since the release before
 * if there is no secret draw; that a release of a LEP had enough new contributors, and a missing release had not.
 */
export function makeIntegerProgramme(history: ParsedRelease[]): IntegerProgramme {
  const cells = [...new Set(history.flatMap((release) => [...release.cells.keys()]))];
  const indexByCell = new Map(cells.map((cell, i) => [cell, i]));
  const columnOf = (t: number, cell: string) => 3 * (t * cells.length + (indexByCell.get(cell) ?? 0));
  const programme: IntegerProgramme = {
    cells,
    lower: new Array<number>(3 * cells.length * history.length).fill(0),
    upper: new Array<number>(3 * cells.length * history.length).fill(unbounded),
    constraints: [],
    columnOf,
  };
  const tables = listTableConstraints(withoutFigures(history));
  history.forEach((release, t) => {
    for (const constraint of tables) {
      const isOfChanges = t > 0 && constraint.terms[0]?.[1] === -1; // people join or leave a total together with a part
      for (const column of isOfChanges ? [people, joined, left] : [people])
        addTableConstraint(programme, t, constraint, column);
    }
    for (const constraint of listTableConstraints(release).filter(({ lower }) => lower === 1))
      addTableConstraint(programme, t, constraint, people);
    for (const cell of release.cells.values()) {
      const [low, high] = boundsOf(cell, release.method);
      programme.lower[columnOf(t, cell.cell)] = low;
      programme.upper[columnOf(t, cell.cell)] = high;
    }
    if (t > 0) for (const cell of cells) addFlowConstraints(programme, t, cell);
  });
  addGateConstraints(programme, history);
  addReleaseConstraints(programme, history);
  return programme;
}

function addTableConstraint(
  { constraints, columnOf }: IntegerProgramme,
  t: number,
  { terms, lower, upper }: TableConstraint,
  column: number,
): void {
  constraints.push({
    terms: terms.map(([cell, coefficient]) => [columnOf(t, cell) + column, coefficient]),
    lower,
    upper,
  });
}

/** Members now = members before + joined − left, and only members can leave. */
function addFlowConstraints({ constraints, columnOf }: IntegerProgramme, t: number, cell: string): void {
  const [now, before] = [columnOf(t, cell), columnOf(t - 1, cell)];
  const terms: [number, number][] = [
    [now, 1],
    [before, -1],
    [now + joined, -1],
    [now + left, 1],
  ];
  constraints.push({ terms, lower: 0, upper: 0 });
  constraints.push({ terms: [terms[1] as [number, number], [now + left, 1]], lower: -unbounded, upper: 0 });
}

function addGateConstraints({ constraints, columnOf }: IntegerProgramme, history: ParsedRelease[]): void {
  const lastCounted = new Map<string, number>(); // the last release in which a cell was certainly counted or suppressed
  history.forEach(({ cells, method }, t) => {
    for (const { cell, figures, before } of cells.values()) {
      const figure = figures[0] ?? null;
      if (before === figure) continue;
      const since = lastCounted.get(cell);
      lastCounted.set(cell, t);
      if (since === undefined || figure === null) continue; // it may be a secondary suppression
      const changes = (from: number) =>
        range(from, t).flatMap((w): [number, number][] => [
          [columnOf(w, cell) + joined, 1],
          [columnOf(w, cell) + left, 1],
        ]);
      constraints.push({ terms: changes(since + 1), lower: method.gate, upper: unbounded });
      if (method.drawOneIn === 1) constraints.push({ terms: changes(t), lower: 1, upper: unbounded });
    }
  });
}

function addReleaseConstraints({ constraints, columnOf }: IntegerProgramme, history: ParsedRelease[]): void {
  const lastReleased = new Map<string, number>();
  history.forEach(({ leps, method }, t) => {
    for (const lep of new Set(history.flatMap((release) => [...release.leps.keys()]))) {
      const total = `any|all|lep:${lep}`;
      const since = lastReleased.get(lep);
      if (leps.has(lep)) lastReleased.set(lep, t);
      if (since === undefined) continue;
      const joins = range(since + 1, t).map((w): [number, number] => [columnOf(w, total) + joined, 1]);
      if (leps.has(lep)) constraints.push({ terms: joins, lower: method.newContributors, upper: unbounded });
      else if ((history[since]?.cells.get(total)?.figures[0] ?? 0) >= 20) {
        const grown: [number, number][] = [
          [columnOf(t, total), 1],
          [columnOf(since, total), -1],
        ];
        constraints.push({ terms: grown, lower: -unbounded, upper: method.newContributors - 1 });
      }
    }
  });
}

/** The tables of the entire history, without figures. */
function withoutFigures(history: ParsedRelease[]): ParsedRelease {
  const cells: ParsedRelease["cells"] = new Map();
  const leps: ParsedRelease["leps"] = new Map();
  for (const release of history) {
    for (const [name, cell] of release.cells) cells.set(name, { ...cell, figures: [], before: undefined });
    for (const [lep, districts] of release.leps) leps.set(lep, districts);
  }
  return { ...(history[0] as ParsedRelease), cells, leps };
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
