import loadHighs, { type Model as HighsModel } from "highs";
import { type Model, most, type Row } from "./model";

/** Minimise Σ cost × count − Σ reward × min(count, enough). rough: any solution that is about as good will do. */
export type Objective = { rough?: boolean; cost?: Map<number, number>; reward?: Map<number, number> };
/** relax: from now on the cell may hold any count (it is hidden). */
export type Solver = { solve(objective: Objective): number[] | null; relax(cell: number): void };

let loading: ReturnType<typeof loadHighs> | undefined;

/** HiGHS, compiled once for the process. */
export function getHighs(): ReturnType<typeof loadHighs> {
  loading ??= loadHighs();
  return loading;
}

/**
 * Lends a solver for one model, which it changes as cells are relaxed. It tries the linear relaxation first and the
 * integer programme only where that is not whole. A solution is rounded and checked here in whole numbers and a
 * false one refused, so that a fault of the solver can only lead to more being hidden.
 */
export async function withSolver<T>(model: Model, enough: number, use: (solver: Solver) => Promise<T>): Promise<T> {
  const highs = await getHighs();
  const linear = highs.createModel(dataOf(model, enough));
  const whole = highs.createModel({ ...dataOf(model, enough), integrality: wholeColumns(model) });
  const size = model.cells.length;
  const unlike = unlikeRows(model.rows);
  const run = (solver: HighsModel, objective: Objective) => {
    for (let i = 0; i < size; i++) {
      solver.changeColCost(i, objective.cost?.get(i) ?? 0);
      solver.changeColCost(size + i, -(objective.reward?.get(i) ?? 0));
    }
    solver.run();
    return solver.getModelStatus() === highs.constants.modelStatus.optimal;
  };
  const countsOf = (solver: HighsModel) => Array.from(solver.getSolution().colValue.slice(0, size));
  const setBounds = (cell: number, lower: number, upper: number) => {
    model.lower[cell] = lower;
    model.upper[cell] = upper;
    for (const solver of [linear, whole]) solver.changeColBounds(cell, lower, upper);
  };
  const setRow = (row: number, lower: number) => {
    const kept = model.rows[row];
    if (kept) kept.lower = lower;
    for (const solver of [linear, whole]) solver.changeRowBounds(row, lower, most);
  };
  try {
    for (const solver of [linear, whole]) solver.options.set({ output_flag: false, time_limit: 3600 });
    return await use({
      solve(objective) {
        if (!run(linear, objective)) return null;
        const relaxed = countsOf(linear);
        const rounded = relaxed.map(Math.round);
        if (relaxed.every((count, i) => Math.abs(count - (rounded[i] ?? 0)) < 1e-6) && holds(model, rounded))
          return rounded;
        whole.options.set({ mip_rel_gap: objective.rough ? 0.2 : 0 });
        if (!run(whole, objective)) return null;
        const counts = countsOf(whole).map(Math.round);
        return holds(model, counts) ? counts : null;
      },
      relax(cell) {
        setBounds(cell, 0, most);
        for (const row of unlike.get(cell) ?? []) setRow(row, -most);
      },
    });
  } finally {
    linear.dispose();
    whole.dispose();
  }
}

/** Columns: the counts, then for each the part of it that is rewarded, at most `enough`. */
function dataOf(model: Model, enough: number) {
  const size = model.cells.length;
  const part = (i: number): Row => ({
    terms: [
      [i, 1],
      [size + i, -1],
    ],
    lower: 0,
    upper: 2 * most,
  });
  const rows = [...model.rows, ...model.cells.map((_, i) => part(i))];
  const zeros = new Array<number>(size).fill(0);
  return {
    numCols: 2 * size,
    numRows: rows.length,
    colCost: [...zeros, ...zeros],
    colLower: [...model.lower, ...zeros],
    colUpper: [...model.upper, ...zeros.map(() => enough)],
    rowLower: rows.map(({ lower }) => lower),
    rowUpper: rows.map(({ upper }) => upper),
    matrix: matrixOf(
      rows.map(({ terms }) => terms),
      2 * size,
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

function wholeColumns({ cells }: Model): Int32Array {
  return Int32Array.from([...cells.map(() => 1), ...cells.map(() => 0)]);
}

function unlikeRows(rows: Row[]): Map<number, number[]> {
  const of = new Map<number, number[]>();
  rows.forEach(({ terms, unlike }, r) => {
    if (unlike) for (const [cell] of terms) of.set(cell, [...(of.get(cell) ?? []), r]);
  });
  return of;
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
