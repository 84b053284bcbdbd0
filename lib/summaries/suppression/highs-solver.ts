import loadHighs, { type Model as HighsModel } from "highs";
import type { AuditModel } from "./audit-model";

/**
 * `findSolution`: counts of all cells in which this cell is from `least` to `most`, one of which must be a bound of the
 * cell; null if none is found. `dispose`: frees the solver's memory.
 */
export type Solver = { findSolution(cell: number, least: number, most: number): number[] | null; dispose(): void };

let highsPromise: ReturnType<typeof loadHighs> | undefined;

/** HiGHS, compiled once per process. */
export function getHighs(): ReturnType<typeof loadHighs> {
  highsPromise ??= loadHighs();
  return highsPromise;
}

/** Up to this size, the linear relaxation with a warm start is faster than an integer search with presolve. */
const maxRelaxedCells = 600;

/** Nodes of the search tree of one programme; beyond them it counts as without a solution, so more is suppressed. */
const maxNodes = 20_000;

/**
 * Makes a solver for one model, which may not change meanwhile. Small models try the linear relaxation first, and the
 * integer programme if its solution is not integral. Each solution is verified here in integers, so a fault of the
 * solver can only lead to more suppressions.
 */
export async function makeSolver(model: AuditModel): Promise<Solver> {
  const highs = await getHighs();
  const data = toHighsModel(model);
  const models: HighsModel[] = [];
  const addModel = (options: object) => {
    const solver = highs.createModel({ ...data, ...options });
    solver.options.set("output_flag", false);
    solver.options.set("mip_max_nodes", maxNodes); // not a time: a busy machine must find the same
    models.push(solver);
    return solver;
  };
  const solve = (solver: HighsModel): number[] | null => {
    solver.run();
    const isOptimal = solver.getModelStatus() === highs.constants.modelStatus.optimal;
    return isOptimal ? Array.from(solver.getSolution().colValue) : null;
  };
  let linear: HighsModel | undefined;
  let integer: HighsModel | undefined;
  const solveRelaxed = (cell: number, direction: 1 | -1) => {
    linear ??= addModel({});
    linear.changeColCost(cell, direction);
    const counts = solve(linear);
    linear.changeColCost(cell, 0);
    return counts;
  };
  const solveInteger = (cell: number, least: number, most: number) => {
    integer ??= addModel({ integrality: Int32Array.from(model.cells, () => 1) });
    integer.changeColBounds(cell, least, most);
    const counts = solve(integer);
    integer.changeColBounds(cell, model.lower[cell] ?? 0, model.upper[cell] ?? 0);
    return counts;
  };
  return {
    findSolution(cell, least, most) {
      const [lower, upper] = [Math.max(model.lower[cell] ?? 0, least), Math.min(model.upper[cell] ?? 0, most)];
      if (lower > upper) return null;
      if (model.cells.length <= maxRelaxedCells) {
        const counts = solveRelaxed(cell, least <= (model.lower[cell] ?? 0) ? 1 : -1);
        const end = counts?.[cell] ?? -1;
        if (!counts || end < lower - 1e-6 || end > upper + 1e-6) return null;
        const found = toIntegerSolution(model, counts);
        if (found) return found;
      }
      return toIntegerSolution(model, solveInteger(cell, lower, upper));
    },
    dispose() {
      for (const solver of models) solver.dispose();
    },
  };
}

function toIntegerSolution(model: AuditModel, counts: number[] | null): number[] | null {
  const rounded = counts?.map((count) => Math.round(count) + 0) ?? [];
  const isInteger = counts?.every((count, i) => Math.abs(count - (rounded[i] ?? 0)) < 1e-6);
  return isInteger && isFeasible(model, rounded) ? rounded : null;
}

function toHighsModel({ cells, lower, upper, constraints }: AuditModel) {
  return {
    numCols: cells.length,
    numRows: constraints.length,
    colCost: cells.map(() => 0),
    colLower: lower,
    colUpper: upper,
    rowLower: constraints.map(({ lower }) => lower),
    rowUpper: constraints.map(({ upper }) => upper),
    matrix: toSparseMatrix(
      constraints.map(({ terms }) => terms),
      cells.length,
    ),
  };
}

/** Rows of [column, value] in compressed sparse row format. */
export function toSparseMatrix(rows: [number, number][][], numCols: number) {
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

function isFeasible({ lower, upper, constraints }: AuditModel, counts: number[]): boolean {
  return (
    counts.every((count, i) => count >= (lower[i] ?? 0) && count <= (upper[i] ?? 0)) &&
    constraints.every((row) => {
      const sum = row.terms.reduce((total, [cell, coefficient]) => total + coefficient * (counts[cell] ?? 0), 0);
      return sum >= row.lower && sum <= row.upper;
    })
  );
}
