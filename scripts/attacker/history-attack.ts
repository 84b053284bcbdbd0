import loadHighs, { type Model } from "highs";
import { type IntegerProgramme, makeIntegerProgramme } from "./integer-programme";
import type { ParsedRelease } from "./release-parser";

/** Proven: at least so many joined or left (`change`), joined, or left the cell since the release before. */
export type ChangeClaim = { release: number; cell: string; what: "change" | "join" | "departure"; least: number };
/** The true count is one of low … high, proven from all releases together. */
export type CountClaim = { release: number; cell: string; low: number; high: number };

/**
 * Attacks a history as one integer programme: must somebody have joined or left a cell since the release before; and
 * what can it hold, where one release alone left doubt. Each solution found clears many questions. In whole numbers where
 * the programme is small; else by its linear relaxation, rounded inwards, as every proof of that is one for whole numbers.
 * Null if the history contradicts itself.
 */
export async function attackHistory(
  history: ParsedRelease[],
  isDoubtful: (release: number, cell: string) => boolean,
): Promise<{ known: CountClaim[]; proven: ChangeClaim[] } | null> {
  const programme = makeIntegerProgramme(history);
  const solver = await makeBoundSolver(programme);
  const checks = [
    ["change", [1, 2]],
    ["join", [1]],
    ["departure", [2]],
  ] as const;
  try {
    const columns = history.flatMap((_, t) => programme.cells.map((cell) => programme.columnOf(t, cell)));
    if (!solver.findSolution(columns.flatMap((column) => [column + 1, column + 2]))) return null;
    const [known, proven]: [CountClaim[], ChangeClaim[]] = [[], []];
    for (const [t, { release, cells }] of history.entries()) {
      for (const cell of cells.keys()) {
        const base = programme.columnOf(t, cell);
        if (isDoubtful(release, cell)) {
          const [low, high] = [solver.minimum([base], -1), solver.maximum(base)];
          if (low === high || high < 9) known.push({ release, cell, low, high });
        }
        for (const [what, offsets] of t === 0 ? [] : checks) {
          const least = solver.minimum(
            offsets.map((offset) => base + offset),
            0,
          );
          if (least > 0) proven.push({ release, cell, what, least });
        }
      }
    }
    return { known, proven };
  } finally {
    solver.dispose();
  }
}

/** Above so many columns, whole numbers take too long. */
const maxIntegerColumns = 1_500;

/**
 * findSolution: looks for a solution with as little in the columns as can be; false if there is none at all. minimum: what a sum
 * must be, or `enough` where it can be as little. maximum: what a column can be.
 */
type BoundSolver = {
  findSolution(columns: number[]): boolean;
  minimum(columns: number[], enough: number): number;
  maximum(column: number): number;
  dispose(): void;
};

let highsPromise: ReturnType<typeof loadHighs> | undefined;

async function makeBoundSolver({ lower, upper, constraints }: IntegerProgramme): Promise<BoundSolver> {
  highsPromise ??= loadHighs();
  const highs = await highsPromise;
  const starts = new Int32Array(constraints.length + 1);
  constraints.forEach(({ terms }, r) => {
    starts[r + 1] = (starts[r] ?? 0) + terms.length;
  });
  const data = {
    numCols: lower.length,
    numRows: constraints.length,
    colCost: lower.map(() => 0),
    colLower: lower,
    colUpper: upper,
    rowLower: constraints.map(({ lower }) => lower),
    rowUpper: constraints.map(({ upper }) => upper),
    matrix: {
      format: "csr" as const,
      numRows: constraints.length,
      numCols: lower.length,
      starts,
      indices: Int32Array.from(constraints.flatMap(({ terms }) => terms.map(([column]) => column))),
      values: Float64Array.from(constraints.flatMap(({ terms }) => terms.map(([, value]) => value))),
    },
  };
  const linear = highs.createModel(data);
  const integer =
    lower.length > maxIntegerColumns
      ? null
      : highs.createModel({ ...data, integrality: Int32Array.from(lower, () => 1) });
  for (const solver of [linear, integer])
    solver?.options.set({ output_flag: false, mip_rel_gap: 0, simplex_strategy: 4 });
  const seen: Float64Array[] = [];
  const solve = (solver: Model, columns: number[], sign: 1 | -1): Float64Array | null => {
    for (const column of columns) solver.changeColCost(column, sign);
    solver.run();
    const isOptimal = solver.getModelStatus() === highs.constants.modelStatus.optimal;
    const counts = isOptimal ? Float64Array.from(solver.getSolution().colValue) : null;
    for (const column of columns) solver.changeColCost(column, 0);
    return counts;
  };
  const sumOf = (columns: number[], counts: Float64Array) =>
    columns.reduce((sum, column) => sum + (counts[column] ?? 0), 0);
  /** The end of a sum in one direction, rounded inwards. */
  const end = (columns: number[], sign: 1 | -1): number => {
    let bound = sign * Number.NEGATIVE_INFINITY;
    for (const solver of integer ? [linear, integer] : [linear]) {
      const counts = solve(solver, columns, sign);
      if (!counts) continue;
      const sum = sumOf(columns, counts);
      bound = sign > 0 ? Math.ceil(sum - 1e-6) : Math.floor(sum + 1e-6);
      const isWhole = counts.every((count) => Math.abs(count - Math.round(count)) < 1e-6);
      if (isWhole || !integer) seen.push(counts);
      if (isWhole) break;
    }
    return bound;
  };
  return {
    findSolution(columns) {
      for (const solver of integer ? [integer] : [linear]) {
        const counts = solve(solver, columns, 1);
        if (counts) seen.push(counts);
      }
      return seen.length > 0;
    },
    minimum: (columns, enough) =>
      seen.some((counts) => sumOf(columns, counts) <= enough + 1e-6) ? enough : end(columns, 1),
    maximum: (column) => end([column], -1),
    dispose() {
      linear.dispose();
      integer?.dispose();
    },
  };
}
