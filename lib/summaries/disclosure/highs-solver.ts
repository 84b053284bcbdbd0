import loadHighs, { type Model as HighsModel } from "highs";
import type { Model } from "./audit-model";

/**
 * reach: a whole solution in which the cell holds at least `least` and at most `most`, one of which must be an end of
 * what it may hold at all; null where none is found. free: when done.
 */
export type Solver = { reach(cell: number, least: number, most: number): number[] | null; free(): void };

let loading: ReturnType<typeof loadHighs> | undefined;

/** HiGHS, compiled once for the process. */
export function getHighs(): ReturnType<typeof loadHighs> {
  loading ??= loadHighs();
  return loading;
}

/** Up to so many cells the linear relaxation, going on from where it last stood, is quicker than a presolved search. */
const quickCells = 600;

/**
 * Makes a solver of one model, which may not change meanwhile. It tries the linear relaxation first where that is quick,
 * and the integer programme where that is not whole. A solution is checked here in whole numbers and a false one
 * refused, so that a fault of the solver can only lead to more being hidden.
 */
export async function makeSolver(model: Model): Promise<Solver> {
  const highs = await getHighs();
  const data = dataOf(model);
  const made: HighsModel[] = [];
  const make = (more: object) => {
    const solver = highs.createModel({ ...data, ...more });
    solver.options.set({ output_flag: false, time_limit: 60 });
    made.push(solver);
    return solver;
  };
  const solve = (solver: HighsModel): number[] | null => {
    solver.run();
    const ran = solver.getModelStatus() === highs.constants.modelStatus.optimal;
    return ran ? Array.from(solver.getSolution().colValue) : null;
  };
  let linear: HighsModel | undefined;
  let whole: HighsModel | undefined;
  const relaxed = (cell: number, direction: 1 | -1) => {
    linear ??= make({});
    linear.changeColCost(cell, direction);
    const counts = solve(linear);
    linear.changeColCost(cell, 0);
    return counts;
  };
  const within = (cell: number, least: number, most: number) => {
    whole ??= make({ integrality: Int32Array.from(model.cells, () => 1) });
    whole.changeColBounds(cell, least, most);
    const counts = solve(whole);
    whole.changeColBounds(cell, model.lower[cell] ?? 0, model.upper[cell] ?? 0);
    return counts;
  };
  return {
    reach(cell, least, most) {
      const [lower, upper] = [Math.max(model.lower[cell] ?? 0, least), Math.min(model.upper[cell] ?? 0, most)];
      if (lower > upper) return null;
      if (model.cells.length <= quickCells) {
        const counts = relaxed(cell, least <= (model.lower[cell] ?? 0) ? 1 : -1);
        const end = counts?.[cell] ?? -1;
        if (!counts || end < lower - 1e-6 || end > upper + 1e-6) return null;
        const found = wholeOf(model, counts);
        if (found) return found;
      }
      return wholeOf(model, within(cell, lower, upper));
    },
    free() {
      for (const solver of made) solver.dispose();
    },
  };
}

function wholeOf(model: Model, counts: number[] | null): number[] | null {
  const rounded = counts?.map((count) => Math.round(count) + 0) ?? [];
  const isWhole = counts?.every((count, i) => Math.abs(count - (rounded[i] ?? 0)) < 1e-6);
  return isWhole && holds(model, rounded) ? rounded : null;
}

function dataOf({ cells, lower, upper, rows }: Model) {
  return {
    numCols: cells.length,
    numRows: rows.length,
    colCost: cells.map(() => 0),
    colLower: lower,
    colUpper: upper,
    rowLower: rows.map(({ lower }) => lower),
    rowUpper: rows.map(({ upper }) => upper),
    matrix: matrixOf(
      rows.map(({ terms }) => terms),
      cells.length,
    ),
  };
}

/** Rows of [column, value] as HiGHS wants them. */
export function matrixOf(rows: [number, number][][], numCols: number) {
  const starts = new Int32Array(rows.length + 1);
  rows.forEach((terms, r) => {
    starts[r + 1] = (starts[r] ?? 0) + terms.length;
  });
  return {
    format: "csr" as const,
    numRows: rows.length,
    numCols,
    starts,
    indices: Int32Array.from(rows.flatMap((terms) => terms.map(([column]) => column))),
    values: Float64Array.from(rows.flatMap((terms) => terms.map(([, value]) => value))),
  };
}

function holds({ lower, upper, rows }: Model, counts: number[]): boolean {
  return (
    counts.every((count, i) => count >= (lower[i] ?? 0) && count <= (upper[i] ?? 0)) &&
    rows.every((row) => {
      const sum = row.terms.reduce((total, [cell, coefficient]) => total + coefficient * (counts[cell] ?? 0), 0);
      return sum >= row.lower && sum <= row.upper;
    })
  );
}
