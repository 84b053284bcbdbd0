import { type Model, most } from "./audit-model";
import { getHighs, matrixOf } from "./highs-solver";
import { weightOf } from "./secondary-suppression";

/** A cell that must be able to hold a count from lower to upper; null where the tables must merely be able to hold. */
export type Target = { cell: number; lower: number; upper: number } | null;

/**
 * Which shown cells stand in the target's way: those that give in the cheapest linear solution in which any that may
 * be hidden can give (leave the bounds that its figure sets), each person of give at the cell's weight. Empty if
 * none need give; null if all giving together would not do.
 */
export async function listGiving(model: Model, target: Target, hideable: number[]): Promise<number[] | null> {
  const highs = await getHighs();
  const size = model.cells.length;
  const can = new Set(hideable);
  const unlike = model.rows.filter((row) => row.unlike && row.terms.some(([cell]) => can.has(cell)));
  const fixed = model.rows.filter((row) => !unlike.includes(row));
  const givers = [...hideable, ...unlike.map(({ terms }) => partOf(terms, can))];
  const give = (i: number) => size + 2 * i;
  const rows = [
    ...fixed,
    ...hideable.map((cell) => ({
      terms: [[cell, 1]] as [number, number][],
      lower: model.lower[cell] ?? 0,
      upper: model.upper[cell] ?? 0,
    })),
    ...unlike,
  ];
  const terms = rows.map(({ terms }, r): [number, number][] =>
    r < fixed.length ? terms : [...terms, [give(r - fixed.length), 1], [give(r - fixed.length) + 1, -1]],
  );
  const boundsOf = (low: number, high: number, cell: number): [number, number] =>
    target?.cell === cell ? [target.lower, target.upper] : can.has(cell) ? [0, most] : [low, high];
  const bounds = model.lower.map((low, cell) => boundsOf(low, model.upper[cell] ?? 0, cell));
  const elastic = {
    numCols: size + 2 * givers.length,
    numRows: rows.length,
    colCost: [
      ...bounds.map(() => 0),
      ...givers.flatMap((cell) => [weightOf(model.cells[cell]), weightOf(model.cells[cell])]),
    ],
    colLower: [...bounds.map(([low]) => low), ...givers.flatMap(() => [0, 0])],
    colUpper: [...bounds.map(([, high]) => high), ...givers.flatMap(() => [most, most])],
    rowLower: rows.map(({ lower }) => lower),
    rowUpper: rows.map(({ upper }) => upper),
    matrix: matrixOf(terms, size + 2 * givers.length),
  };
  return highs.withModel(elastic, (solver) => {
    solver.options.set({ output_flag: false });
    solver.run();
    if (solver.getModelStatus() !== highs.constants.modelStatus.optimal) return null;
    const values = solver.getSolution().colValue;
    return [...new Set(givers.filter((_, i) => (values[give(i)] ?? 0) + (values[give(i) + 1] ?? 0) > 1e-6))];
  });
}

/** Of two cells that show unlike figures, hiding the part is the lesser. */
function partOf(terms: [number, number][], can: Set<number>): number {
  const cells = terms.map(([cell]) => cell);
  return cells.toReversed().find((cell) => can.has(cell)) ?? cells[0] ?? 0;
}
