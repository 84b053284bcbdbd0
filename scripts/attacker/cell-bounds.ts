import loadHighs, { type Model } from "highs";
import { boundsOf } from "./count-interval";
import type { ParsedRelease } from "./release-parser";
import { listTableConstraints, type TableConstraint } from "./table-constraints";

/** The least and the greatest possible true count of each cell. */
export type CellBounds = Map<string, [number, number]>;

let highsPromise: ReturnType<typeof loadHighs> | undefined;

/**
 * Proven bounds for every cell of a release, by linear programming, and by integer programming where the bounds are
 * narrow. Cells that earlier solutions show to be wide keep the range of those.
 * @param more constraints from elsewhere
 * @returns null if the release contradicts itself: an assumption is wrong, and nothing is proven
 */
export async function boundCells(release: ParsedRelease, more: TableConstraint[] = []): Promise<CellBounds | null> {
  highsPromise ??= loadHighs();
  const highs = await highsPromise;
  const cells = [...release.cells.values()];
  const indexByName = new Map(cells.map(({ cell }, i) => [cell, i]));
  const constraints = [...listTableConstraints(release), ...more];
  const bounds = cells.map((cell) => boundsOf(cell, release.method));
  if (bounds.some(([low, high]) => low > high)) return null;
  const starts = new Int32Array(constraints.length + 1);
  constraints.forEach(({ terms }, r) => {
    starts[r + 1] = (starts[r] ?? 0) + terms.length;
  });
  const data = {
    numCols: cells.length,
    numRows: constraints.length,
    colCost: cells.map(() => 0),
    colLower: bounds.map(([low]) => low),
    colUpper: bounds.map(([, high]) => high),
    rowLower: constraints.map(({ lower }) => lower),
    rowUpper: constraints.map(({ upper }) => upper),
    matrix: {
      format: "csr" as const,
      numRows: constraints.length,
      numCols: cells.length,
      starts,
      indices: Int32Array.from(constraints.flatMap(({ terms }) => terms.map(([cell]) => indexByName.get(cell) ?? 0))),
      values: Float64Array.from(constraints.flatMap(({ terms }) => terms.map(([, coefficient]) => coefficient))),
    },
  };
  const linear = highs.createModel(data);
  const integer = highs.createModel({ ...data, integrality: Int32Array.from(cells.map(() => 1)) });
  const seen = cells.map((): [number, number] => [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]);
  const solveBound = (solver: Model, cell: number, sign: number): number | null => {
    solver.changeColCost(cell, sign);
    solver.run();
    const isOptimal = solver.getModelStatus() === highs.constants.modelStatus.optimal;
    const counts = isOptimal ? solver.getSolution().colValue : null;
    solver.changeColCost(cell, 0);
    counts?.forEach((count, i) => {
      const [low, high] = seen[i] ?? [0, 0];
      seen[i] = [Math.min(low, count), Math.max(high, count)];
    });
    return counts?.[cell] ?? null;
  };
  try {
    for (const solver of [linear, integer]) {
      solver.options.set("output_flag", false);
      solver.options.set({ mip_rel_gap: 0, time_limit: 1e6 });
    }
    if (solveBound(linear, 0, 1) === null) return null;
    const found: CellBounds = new Map();
    for (const [i, { cell, figures }] of cells.entries()) {
      const [seenLow, seenHigh] = seen[i] ?? [0, 0];
      const isLoose = figures[0] === null ? seenLow <= 0 && seenHigh >= 9 : seenHigh - seenLow >= 12;
      if (isLoose) {
        found.set(cell, [seenLow, seenHigh]);
        continue;
      }
      const solvers = [linear, integer];
      let [low, high] = bounds[i] ?? [0, 0];
      for (const solver of solvers) {
        low = Math.max(low, Math.ceil((solveBound(solver, i, 1) ?? low) - 1e-6));
        high = Math.min(high, Math.floor((solveBound(solver, i, -1) ?? high) + 1e-6));
        if (high - low > 4 && (figures[0] !== null || (low <= 0 && high >= 9))) break;
      }
      found.set(cell, [low, high]);
    }
    return found;
  } finally {
    linear.dispose();
    integer.dispose();
  }
}
