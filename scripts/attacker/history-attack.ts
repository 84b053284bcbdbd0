import loadHighs, { type Model } from "highs";
import { makeProgramme, type Programme } from "./integer-programme";
import type { Reading } from "./release-parser";

/** Proven: at least so many joined or left (`change`), joined, or left the cell since the release before. */
export type Proven = { release: number; cell: string; what: "change" | "join" | "departure"; least: number };
/** The true count is one of low … high, proven from all releases together. */
export type Known = { release: number; cell: string; low: number; high: number };

/**
 * Attacks a history as one integer programme: must somebody have joined or left a cell since the release before; and
 * what can it hold, where one release alone left doubt. Each solution found clears many questions. In whole numbers where
 * the programme is small; else by its linear relaxation, rounded inwards, as every proof of that is one for whole numbers.
 * Null if the history contradicts itself.
 */
export async function attackOverTime(
  history: Reading[],
  isDoubtful: (release: number, cell: string) => boolean,
): Promise<{ known: Known[]; proven: Proven[] } | null> {
  const programme = makeProgramme(history);
  const asker = await makeAsker(programme);
  const tries = [
    ["change", [1, 2]],
    ["join", [1]],
    ["departure", [2]],
  ] as const;
  try {
    const columns = history.flatMap((_, t) => programme.cells.map((cell) => programme.at(t, cell)));
    if (!asker.clear(columns.flatMap((column) => [column + 1, column + 2]))) return null;
    const [known, proven]: [Known[], Proven[]] = [[], []];
    for (const [t, { release, cells }] of history.entries()) {
      for (const cell of cells.keys()) {
        const here = programme.at(t, cell);
        if (isDoubtful(release, cell)) {
          const [low, high] = [asker.least([here], -1), asker.most(here)];
          if (low === high || high < 9) known.push({ release, cell, low, high });
        }
        for (const [what, offsets] of t === 0 ? [] : tries) {
          const least = asker.least(
            offsets.map((offset) => here + offset),
            0,
          );
          if (least > 0) proven.push({ release, cell, what, least });
        }
      }
    }
    return { known, proven };
  } finally {
    asker.free();
  }
}

/** Above so many columns, whole numbers take too long. */
const wholeColumns = 1_500;

/**
 * clear: looks for a solution with as little in the columns as can be; false if there is none at all. least: what a sum
 * must be, or `enough` where it can be as little. most: what a column can be.
 */
type Asker = {
  clear(columns: number[]): boolean;
  least(columns: number[], enough: number): number;
  most(column: number): number;
  free(): void;
};

let loading: ReturnType<typeof loadHighs> | undefined;

async function makeAsker({ lower, upper, lines }: Programme): Promise<Asker> {
  loading ??= loadHighs();
  const highs = await loading;
  const starts = new Int32Array(lines.length + 1);
  lines.forEach(({ terms }, r) => {
    starts[r + 1] = (starts[r] ?? 0) + terms.length;
  });
  const data = {
    numCols: lower.length,
    numRows: lines.length,
    colCost: lower.map(() => 0),
    colLower: lower,
    colUpper: upper,
    rowLower: lines.map(({ lower }) => lower),
    rowUpper: lines.map(({ upper }) => upper),
    matrix: {
      format: "csr" as const,
      numRows: lines.length,
      numCols: lower.length,
      starts,
      indices: Int32Array.from(lines.flatMap(({ terms }) => terms.map(([column]) => column))),
      values: Float64Array.from(lines.flatMap(({ terms }) => terms.map(([, value]) => value))),
    },
  };
  const linear = highs.createModel(data);
  const whole =
    lower.length > wholeColumns ? null : highs.createModel({ ...data, integrality: Int32Array.from(lower, () => 1) });
  for (const solver of [linear, whole])
    solver?.options.set({ output_flag: false, mip_rel_gap: 0, simplex_strategy: 4 });
  const seen: Float64Array[] = [];
  const solve = (solver: Model, columns: number[], sign: 1 | -1): Float64Array | null => {
    for (const column of columns) solver.changeColCost(column, sign);
    solver.run();
    const ran = solver.getModelStatus() === highs.constants.modelStatus.optimal;
    const counts = ran ? Float64Array.from(solver.getSolution().colValue) : null;
    for (const column of columns) solver.changeColCost(column, 0);
    return counts;
  };
  const sumOf = (columns: number[], counts: Float64Array) =>
    columns.reduce((sum, column) => sum + (counts[column] ?? 0), 0);
  /** The end of a sum in one direction, rounded inwards. */
  const end = (columns: number[], sign: 1 | -1): number => {
    let bound = sign * Number.NEGATIVE_INFINITY;
    for (const solver of whole ? [linear, whole] : [linear]) {
      const counts = solve(solver, columns, sign);
      if (!counts) continue;
      const sum = sumOf(columns, counts);
      bound = sign > 0 ? Math.ceil(sum - 1e-6) : Math.floor(sum + 1e-6);
      const isWhole = counts.every((count) => Math.abs(count - Math.round(count)) < 1e-6);
      if (isWhole || !whole) seen.push(counts);
      if (isWhole) break;
    }
    return bound;
  };
  return {
    clear(columns) {
      for (const solver of whole ? [whole] : [linear]) {
        const counts = solve(solver, columns, 1);
        if (counts) seen.push(counts);
      }
      return seen.length > 0;
    },
    least: (columns, enough) =>
      seen.some((counts) => sumOf(columns, counts) <= enough + 1e-6) ? enough : end(columns, 1),
    most: (column) => end([column], -1),
    free() {
      linear.dispose();
      whole?.dispose();
    },
  };
}
