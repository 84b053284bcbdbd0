import loadHighs, { type Model } from "highs";
import { type IntegerProgramme, makeIntegerProgramme } from "./integer-programme";
import type { ParsedRelease } from "./release-parser";

/** Proven: at least `least` people joined or left (`change`), joined, or left the cell since the release before. */
export type ChangeClaim = { release: number; cell: string; what: "change" | "join" | "departure"; least: number };
/** Proven: the true count is from `low` to `high`. */
export type CountClaim = { release: number; cell: string; low: number; high: number };

/**
 * Attacks a history as one integer programme. It asks for each cell whether somebody must have joined or left since the
 * release before, and for doubtful cells which counts are possible; each solution found answers many of these. Large
 * programmes use the linear relaxation, rounded inwards, as its bounds hold for integers too.
 * @returns null if the history contradicts itself
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

/** Above this number of columns, integer programming takes too long. */
const maxIntegerColumns = 1_500;

/**
 * `findSolution`: a solution with the least sum of these columns; false if there is none at all. `minimum`: the least sum
 * of these columns, or `enough` if it can be as low. `maximum`: the greatest value of a column.
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
  for (const solver of [linear, integer]) {
    solver?.options.set("output_flag", false);
    solver?.options.set({ mip_rel_gap: 0, simplex_strategy: 4 });
  }
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
  /** The bound of a sum in one direction, rounded inwards. */
  const end = (columns: number[], sign: 1 | -1): number => {
    let bound = sign * Number.NEGATIVE_INFINITY;
    for (const solver of integer ? [linear, integer] : [linear]) {
      const counts = solve(solver, columns, sign);
      if (!counts) continue;
      const sum = sumOf(columns, counts);
      bound = sign > 0 ? Math.ceil(sum - 1e-6) : Math.floor(sum + 1e-6);
      const isIntegral = counts.every((count) => Math.abs(count - Math.round(count)) < 1e-6);
      if (isIntegral || !integer) seen.push(counts);
      if (isIntegral) break;
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
